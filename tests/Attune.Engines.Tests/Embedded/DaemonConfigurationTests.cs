using Attune.Engines.Embedded;
using Attune.Engines.Tests.Finding;

namespace Attune.Engines.Tests.Embedded;

public sealed class DaemonConfigurationTests
{
    [Theory]
    [InlineData(null, "{}")]
    [InlineData("{ broken", "{}")]
    [InlineData("[]", "{}")]
    [InlineData("""{"data-root":"/big","hosts":["tcp://0.0.0.0"],"dns":["10.0.0.1"]}""", """{"dns":["10.0.0.1"]}""")]
    [InlineData("""{"registry-mirrors":["https://mirror.example"],"bridge":"none"}""", """{"registry-mirrors":["https://mirror.example"]}""")]
    public void Only_what_concerns_registries_is_taken_from_the_machines_own(string? system, string expected)
    {
        var files = new Dictionary<string, string>();
        if (system is not null)
            files["/etc/docker/daemon.json"] = system;
        Assert.Equal(expected + "\n", DaemonConfiguration.From(new FakeFiles(files)));
    }
}
