using Attune.Benchmarks.Comparing;
using Attune.Engines.Processes;
using Attune.Source;
using Attune.Workflow.Benchmarking;

namespace Attune.Workflow.Tests.Benchmarking;

public sealed class PeersTests
{
    [Fact]
    public async Task Takes_all_that_are_there()
    {
        var peers = new Peers(new Programs("compose"), _commands, "/");
        var names = (await peers.ChooseAsync([], compilesOnce: false, CancellationToken.None)).Select(c => c.Name);
        Assert.Equal(["unlocked", "recovering", "locked", "warm", "warm-fetch", "sequential", "compose"], names);
        Assert.Equal([new("docker compose", "1.2.3")], peers.Versions);
    }

    [Theory]
    [InlineData("fastest", "There is no contender 'fastest'")]
    [InlineData("bake", "'bake' can't take part here")]
    [InlineData("compile-once", "'compile-once' can't take part here")]
    public async Task Says_who_can_not_take_part(string name, string message)
    {
        var peers = new Peers(new Programs("compose"), _commands, "/");
        var refusal = await Assert.ThrowsAsync<UserErrorException>(() => peers.ChooseAsync(["locked", name], compilesOnce: false, CancellationToken.None));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(FaultKind.Usage, refusal.Kind);
    }

    private static readonly CommandLines _commands = new("build.sh", "unix:///engine");

    private sealed class Programs(string there) : IProcessRunner
    {
        public Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken) =>
            request.Arguments.Contains(there) ? Task.FromResult(new ProcessOutcome(0, "1.2.3\n", "")) : throw new UserErrorException("Can't start docker");
    }
}
