using System.Globalization;
using Attune.Engines.Embedded;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.Tests.Embedded;

/// <summary>Every test has an engine of its own, in a checkout of its own.</summary>
[Trait("Kind", "Engine")]
public sealed class EmbeddedEngineTests : IAsyncLifetime, IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly List<EmbeddedEngine> _started = [];
    private readonly List<string> _announced = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var engine in _started)
            await engine.StopAsync(CancellationToken.None);
    }

    public void Dispose() => _directory.Dispose();

    [EngineFact]
    public async Task Starts_answers_is_reused_and_leaves_nothing_running()
    {
        var layout = Layout("checkout");
        var engine = Engine(layout);
        var first = await engine.StartAsync(CancellationToken.None);
        Assert.True(first.IsEmbedded);
        Assert.Equal(layout.StateDirectory + "/docker.sock", first.Endpoint.Address);
        var daemon = Assert.Single(Processes(layout).Daemons());

        var second = await Engine(layout).StartAsync(CancellationToken.None);
        Assert.Equal(first, second);
        Assert.Equal([daemon], Processes(layout).Daemons());
        Assert.Single(_announced);

        Assert.Equal(StopOutcome.Stopped, await engine.StopAsync(CancellationToken.None));
        Assert.Empty(Processes(layout).All());
        Assert.DoesNotContain(layout.StateDirectory, await File.ReadAllTextAsync("/proc/self/mountinfo"), StringComparison.Ordinal);
        Assert.False(File.Exists(layout.Socket));
        Assert.Equal(StopOutcome.WasNotRunning, await engine.StopAsync(CancellationToken.None));
    }

    [EngineFact]
    public async Task A_path_with_a_space_is_no_trouble()
    {
        var layout = Layout("my checkout");
        var engine = await Engine(layout).StartAsync(CancellationToken.None);
        Assert.Contains("my checkout", engine.Endpoint.Address, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_path_too_long_for_a_socket_moves_it_to_a_short_one()
    {
        var layout = Layout(string.Join('/', Enumerable.Repeat("a-rather-long-directory", 5)));
        var engine = Engine(layout);
        var info = await engine.StartAsync(CancellationToken.None);
        Assert.StartsWith("/run/attune-", info.Endpoint.Address, StringComparison.Ordinal);
        await engine.StopAsync(CancellationToken.None);
        Assert.False(Directory.Exists(layout.RuntimeDirectory));
    }

    [EngineFact]
    public async Task Starts_again_after_the_daemon_was_killed()
    {
        var layout = Layout("checkout");
        var engine = Engine(layout);
        await engine.StartAsync(CancellationToken.None);
        var daemon = Assert.Single(Processes(layout).Daemons());
        await Processes(layout).SignalAsync("KILL", [daemon]);

        await engine.StartAsync(CancellationToken.None);
        Assert.NotEqual(daemon, Assert.Single(Processes(layout).Daemons()));
    }

    [EngineFact]
    public async Task A_daemon_that_hangs_is_replaced()
    {
        var layout = Layout("checkout");
        await Engine(layout).StartAsync(CancellationToken.None);
        var daemon = Assert.Single(Processes(layout).Daemons());
        File.Delete(layout.Socket);
        await Processes(layout).SignalAsync("STOP", [daemon]);

        await Engine(layout).StartAsync(CancellationToken.None);
        Assert.NotEqual(daemon, Assert.Single(Processes(layout).Daemons()));
    }

    [EngineFact]
    public async Task A_daemon_that_ends_at_once_is_reported_with_its_log()
    {
        var layout = Layout("checkout");
        Directory.CreateDirectory(layout.StateDirectory);
        await File.WriteAllTextAsync(layout.DataRoot, "a file where a directory has to be");
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Engine(layout).StartAsync(CancellationToken.None));
        Assert.StartsWith("The embedded engine ended at once.", error.Message, StringComparison.Ordinal);
        Assert.Contains(layout.DataRoot, error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_stale_pid_file_that_names_another_process_is_replaced_and_that_process_lives()
    {
        var layout = Layout("checkout");
        using var bystander = System.Diagnostics.Process.Start("sleep", "600");
        Directory.CreateDirectory(layout.RuntimeDirectory);
        await File.WriteAllTextAsync(layout.PidFile, bystander.Id.ToString(CultureInfo.InvariantCulture));
        await File.WriteAllTextAsync(layout.Socket, "");
        var engine = Engine(layout);
        await engine.StartAsync(CancellationToken.None);
        await engine.StopAsync(CancellationToken.None);
        Assert.False(bystander.HasExited);
        bystander.Kill();
    }

    [EngineFact]
    public async Task Concurrent_starts_end_in_one_engine()
    {
        var layout = Layout("checkout");
        var engines = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Engine(layout).StartAsync(CancellationToken.None)));
        Assert.Single(engines.Distinct());
        Assert.Single(Processes(layout).Daemons());
        Assert.Single(_announced);
    }

    private EmbeddedEngineLayout Layout(string checkout)
    {
        var path = Path.Combine(_directory.Path, checkout);
        Directory.CreateDirectory(path);
        return EmbeddedEngineLayout.Of(path);
    }

    private EmbeddedEngine Engine(EmbeddedEngineLayout layout)
    {
        var engine = new EmbeddedEngine(layout, TestMachine.Surroundings, Announce, TimeProvider.System);
        _started.Add(engine);
        return engine;
    }

    private void Announce(string line)
    {
        lock (_announced)
            _announced.Add(line);
    }

    private static OwnProcesses Processes(EmbeddedEngineLayout layout) => new(layout, new ProcessRunner());
}
