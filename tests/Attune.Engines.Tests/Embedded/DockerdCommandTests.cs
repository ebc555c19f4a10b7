using Attune.Engines.Embedded;

namespace Attune.Engines.Tests.Embedded;

public sealed class DockerdCommandTests
{
    [Fact]
    public Task The_daemon_is_private_and_detached()
    {
        var command = DockerdCommand.Detached("/usr/sbin/dockerd", "/usr/sbin:/usr/bin", EmbeddedEngineLayout.Of("/home/my checkout"));
        var environment = string.Concat(command.Environment.Select(v => v.Value is null ? $"unset {v.Key}\n" : $"{v.Key}={v.Value}\n"));
        return Verifier.Verify(environment + command.ToString().Replace(" --", "\n    --", StringComparison.Ordinal));
    }
}
