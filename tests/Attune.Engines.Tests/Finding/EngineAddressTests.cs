using System.Text;
using Attune.Engines.Finding;
using Attune.Source;
using FsCheck.Xunit;

namespace Attune.Engines.Tests.Finding;

public sealed class EngineAddressTests
{
    [Fact]
    public Task Every_form_is_understood_or_refused_with_what_to_write() => Verifier.Verify(Read(
        "unix:///var/run/docker.sock", "unix:///my checkout/docker.sock", "/tmp/docker.sock", "unix:///run/buildkit/buildkitd.sock",
        "tcp://build.example", "tcp://build.example:2375", "tcp://10.0.0.5:2376/", "tcp://[::1]:2375", "TCP://BUILD.example:1",
        "npipe:////./pipe/docker_engine", @"npipe://\\.\pipe\dockerDesktopLinuxEngine",
        "buildkit+unix:///run/bk.sock", "buildkit+tcp://build.example:1234",
        "ssh://ada@far.example", "ssh://ada@far.example:2222", "docker-container://buildx_buildkit_default", "kube-pod://bk",
        "unix://", "tcp://", "tcp://:2375", "tcp://host:port", "tcp://host:70000", "tcp://host:2375/prefix", "npipe:///docker", "http://build.example", "fd://", "://"));

    [Theory]
    [InlineData("ci", false)]
    [InlineData("desktop-linux", false)]
    [InlineData("/tmp/x", true)]
    [InlineData("docker.sock", true)]
    [InlineData("tcp://host", true)]
    [InlineData(@"\\.\pipe\docker_engine", true)]
    public void A_name_without_separators_is_a_docker_context(string text, bool isAddress) =>
        Assert.Equal(isAddress, EngineAddress.LooksLikeAddress(text));

    [Property]
    public void Any_text_is_an_address_or_a_usage_error(string? text)
    {
        try
        {
            Assert.NotEqual("", EngineAddress.Parse(text ?? "", "--engine", tls: null).Address);
        }
        catch (UserErrorException e)
        {
            Assert.Equal(FaultKind.Usage, e.Kind);
            Assert.NotNull(e.Advice);
        }
    }

    private static string Read(params string[] addresses)
    {
        var text = new StringBuilder();
        foreach (var address in addresses)
        {
            text.Append(address).Append('\n');
            try
            {
                var endpoint = EngineAddress.Parse(address, "--engine", tls: null);
                text.Append(FormattableString.Invariant($"    {endpoint.Kind} {endpoint.Transport} {endpoint.Address} {endpoint.Port}\n"));
            }
            catch (UserErrorException e)
            {
                text.Append("    ").Append(e.Message).Append("\n    ").Append(e.Advice).Append('\n');
            }
        }

        return text.ToString();
    }
}
