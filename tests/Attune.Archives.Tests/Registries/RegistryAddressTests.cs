using Attune.Archives.Registries;
using Attune.Source;

namespace Attune.Archives.Tests.Registries;

public sealed class RegistryAddressTests
{
    [Theory]
    [InlineData("oci://registry.example.com/team/caches:main", "https://registry.example.com/v2/team/caches/", "main")]
    [InlineData("oci://registry.example.com:5000/caches", "https://registry.example.com:5000/v2/caches/", "latest")]
    [InlineData("oci://localhost:5000/caches:1.0", "http://localhost:5000/v2/caches/", "1.0")]
    [InlineData("oci://127.0.0.1:5000/a/b/c:x_y", "http://127.0.0.1:5000/v2/a/b/c/", "x_y")]
    [InlineData("oci://[::1]:5000/caches", "http://[::1]:5000/v2/caches/", "latest")]
    [InlineData("oci://docker.io/team/caches", "https://registry-1.docker.io/v2/team/caches/", "latest")]
    [InlineData("oci://localhost.example.com/caches", "https://localhost.example.com/v2/caches/", "latest")]
    public void It_is_where_docker_would_look(string store, string api, string tag)
    {
        var address = RegistryAddress.Parse(store);
        Assert.Equal((api, tag), (address.Api.ToString(), address.Tag));
    }

    [Theory]
    [InlineData("oci://")]
    [InlineData("oci://registry.example.com")]
    [InlineData("oci://registry.example.com/")]
    [InlineData("oci://registry.example.com/Team/caches")]
    [InlineData("oci://registry.example.com/../caches")]
    [InlineData("oci://registry.example.com/caches:")]
    [InlineData("oci://registry.example.com/caches:a/b")]
    [InlineData("oci://registry.example.com/caches?x=1")]
    [InlineData("oci://user@registry.example.com/caches")]
    [InlineData("oci://registry.example.com/caches:tag\n")]
    public void Anything_else_is_refused_with_the_form(string store)
    {
        var refusal = Assert.Throws<UserErrorException>(() => RegistryAddress.Parse(store));
        Assert.Equal(FaultKind.Usage, refusal.Kind);
        Assert.Contains("oci://HOST", refusal.Advice, StringComparison.Ordinal);
    }
}
