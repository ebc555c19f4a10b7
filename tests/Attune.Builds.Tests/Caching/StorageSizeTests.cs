using Attune.Builds.Caching;
using Attune.Source;

namespace Attune.Builds.Tests.Caching;

public sealed class StorageSizeTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("4096", 4096)]
    [InlineData("10GB", 10_000_000_000)]
    [InlineData("1.5g", 1_500_000_000)]
    [InlineData("512MiB", 536_870_912)]
    [InlineData("2 kb", 2_000)]
    [InlineData("7b", 7)]
    public void Reads_sizes_as_docker_does(string text, long bytes) => Assert.Equal(bytes, StorageSize.Parse(text, "--keep-storage"));

    [Theory]
    [InlineData("")]
    [InlineData("GB")]
    [InlineData("ten")]
    [InlineData("-1")]
    [InlineData("1XB")]
    [InlineData("1.2.3")]
    [InlineData("99999999999TB")]
    public void Refuses_what_is_no_size(string text)
    {
        var error = Assert.Throws<UserErrorException>(() => StorageSize.Parse(text, "--keep-storage"));
        Assert.Equal(FaultKind.Usage, error.Kind);
        Assert.Contains("--keep-storage", error.Message, StringComparison.Ordinal);
    }
}
