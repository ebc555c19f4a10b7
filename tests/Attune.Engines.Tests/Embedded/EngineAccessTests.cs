using Attune.Engines.Embedded;
using Attune.Engines.Finding;
using Attune.Engines.Tests.Finding;
using Attune.Source;

namespace Attune.Engines.Tests.Embedded;

public sealed class EngineAccessTests
{
    private readonly List<string> _announced = [];

    [Fact]
    public async Task An_engine_that_is_there_is_taken_without_a_word()
    {
        var machine = new FakeMachine().File("/var/run/docker.sock").Engine("unix:///var/run/docker.sock");
        Assert.Equal("usual socket", (await Access(machine).RequireAsync(null, CancellationToken.None)).Source);
        Assert.Empty(_announced);
    }

    [Fact]
    public async Task One_that_is_passed_over_is_announced()
    {
        var machine = new FakeMachine().Variable("XDG_RUNTIME_DIR", "/run/user/1").File("/var/run/docker.sock").File("/run/user/1/docker.sock")
            .Unusable("unix:///var/run/docker.sock", "it is Podman 5.0.0").Engine("unix:///run/user/1/docker.sock");
        await Access(machine).RequireAsync(null, CancellationToken.None);
        Assert.Equal(["Not used: usual socket unix:///var/run/docker.sock: it is Podman 5.0.0"], _announced);
    }

    [Fact]
    public async Task A_user_who_may_not_start_one_is_told_what_was_tried_and_what_to_type()
    {
        var machine = new FakeMachine().File("/etc/os-release", "ID=ubuntu");
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Access(machine).RequireAsync(null, CancellationToken.None));
        await Verifier.Verify($"{error.Message}\n{error.Advice}");
    }

    private EngineAccess Access(FakeMachine machine)
    {
        var embedded = new EmbeddedEngine(EmbeddedEngineLayout.Of("/home/checkout"), machine.Surroundings, _announced.Add, TimeProvider.System);
        return new EngineAccess(new EngineFinder(machine.Surroundings, "/home/checkout/.nuke/temp/engine/docker.sock", machine), embedded, _announced.Add);
    }
}
