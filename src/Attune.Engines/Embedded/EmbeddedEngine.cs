using Attune.BuildKit;
using Attune.Engines.Finding;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.Embedded;

/// <summary>The private Docker Engine of a checkout: started when there is no other, kept running so that caches stay warm, stopped on request.</summary>
public sealed class EmbeddedEngine
{
    private static readonly TimeSpan _longestStop = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly EmbeddedEngineLayout _layout;
    private readonly EngineSurroundings _surroundings;
    private readonly Action<string> _announce;
    private readonly TimeProvider _time;
    private readonly IProcessRunner _runner = new ProcessRunner();
    private readonly EngineProbe _probe = new();
    private readonly OwnProcesses _processes;
    private readonly DockerdInstaller _installer;
    private readonly DockerdLauncher _launcher;

    /// <summary>Describes the engine; starts nothing.</summary>
    /// <param name="layout">Where it keeps its things.</param>
    /// <param name="surroundings">The machine.</param>
    /// <param name="announce">Told, one line at a time, what is done to the machine.</param>
    /// <param name="time">The clock.</param>
    public EmbeddedEngine(EmbeddedEngineLayout layout, EngineSurroundings surroundings, Action<string> announce, TimeProvider time)
    {
        (_layout, _surroundings, _announce, _time) = (layout, surroundings, announce, time);
        _processes = new OwnProcesses(layout, _runner);
        _installer = new DockerdInstaller(surroundings, _runner, announce);
        _launcher = new DockerdLauncher(layout, _processes, _runner, time);
    }

    /// <summary>Whether this process may start it here.</summary>
    internal bool CanStart => _surroundings is { System: HostSystem.Linux, Privilege: HostPrivilege.Root } && _installer.CanProvide;

    /// <summary>What the user types to get an engine.</summary>
    internal string HowToGetOne => EngineAdvice.Install(_surroundings);

    /// <summary>Starts the engine, or finds it running.</summary>
    /// <exception cref="UserErrorException">It can't be started here; with what to do instead.</exception>
    public async Task<EngineInfo> StartAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync(cancellationToken) is { } running)
            return running;
        if (!CanStart)
            throw new UserErrorException("An engine of this checkout's own needs root on Debian or Ubuntu", HowToGetOne);
        try
        {
            return await StartAloneAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The embedded engine can't be started: {e.Message}", inner: e);
        }
    }

    /// <summary>Stops the engine with everything that belongs to it; images and caches stay.</summary>
    /// <returns>Whether anything was running.</returns>
    /// <exception cref="UserErrorException">A process of its doesn't end.</exception>
    public async Task<StopOutcome> StopAsync(CancellationToken cancellationToken)
    {
        if (_surroundings.System != HostSystem.Linux || !Directory.Exists(_layout.StateDirectory))
            return StopOutcome.WasNotRunning;
        if (_surroundings.Privilege != HostPrivilege.Root)
            return File.Exists(_layout.Socket)
                ? throw new UserErrorException("The embedded engine runs as root", "sudo ./build.sh StopEngine")
                : StopOutcome.WasNotRunning;
        using var alone = await EngineLock.AcquireAsync(_layout.LockFile, _time, cancellationToken);
        var outcome = await EndProcessesAsync();
        _launcher.RemoveRuntimeFiles();
        ControlGroups.Remove("/sys/fs/cgroup", _layout.CgroupParent);
        return outcome;
    }

    private async Task<EngineInfo> StartAloneAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_layout.StateDirectory);
        using var alone = await EngineLock.AcquireAsync(_layout.LockFile, _time, cancellationToken);
        if (await AskAsync(cancellationToken) is { } startedMeanwhile)
            return startedMeanwhile;
        // One whose starter was killed may be about to answer; one that lost its socket never will.
        if (_processes.Daemons().Count > 0 && File.Exists(_layout.Socket) && await _launcher.WaitAsync(AskAsync, cancellationToken) is { } late)
            return late;
        await EndProcessesAsync();
        return await LaunchAsync(cancellationToken);
    }

    private async Task<EngineInfo> LaunchAsync(CancellationToken cancellationToken)
    {
        var dockerd = await _installer.EnsureDaemonAsync(cancellationToken);
        if (!Directory.Exists(_layout.DataRoot) && FileSystem.IsOverlay(_layout.StateDirectory))
            await _installer.TryEnsureFuseOverlayAsync(cancellationToken);
        await File.WriteAllTextAsync(_layout.ConfigFile, DaemonConfiguration.From(_surroundings.Files), cancellationToken);
        _announce($"Starting an engine of this checkout's own on unix://{_layout.Socket} (images and caches in {_layout.DataRoot})");
        await _launcher.LaunchAsync(dockerd, _installer.SearchPath, cancellationToken);
        var engine = await _launcher.WaitAsync(AskAsync, cancellationToken) ?? throw _launcher.Failed();
        if (engine.StorageDriver == "vfs")
            _announce("Its storage driver is vfs, which copies every layer: slow, and large. A checkout on ext4 or xfs gives it overlay2.");
        return engine;
    }

    private async Task<EngineInfo?> AskAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_layout.Socket))
            return null;
        var endpoint = new BuildKitEndpoint(EndpointKind.DockerEngine, EndpointTransport.Unix, _layout.Socket);
        var candidate = new EngineCandidate(endpoint, EmbeddedEngineProvider.Source, CandidateOrigin.Embedded);
        return (await _probe.ProbeAsync(candidate, cancellationToken)).Engine;
    }

    // Not cancellable: half a stop is worse than a late one, and it has its own limit.
    private async Task<StopOutcome> EndProcessesAsync()
    {
        if (_processes.All().Count == 0)
            return StopOutcome.WasNotRunning;
        await _processes.SignalAsync("TERM", _processes.Daemons());
        if (!await EndedAsync(() => _processes.Daemons().Count == 0))
            await _processes.SignalAsync("KILL", _processes.Daemons());
        // What a daemon that was killed leaves: its containerd, shims, and what runs in containers.
        await _processes.SignalAsync("KILL", _processes.All());
        return await EndedAsync(() => _processes.All().Count == 0)
            ? StopOutcome.Stopped
            : throw new UserErrorException($"The embedded engine doesn't end: processes {string.Join(", ", _processes.All())}");
    }

    private async Task<bool> EndedAsync(Func<bool> hasEnded)
    {
        var start = _time.GetTimestamp();
        while (!hasEnded())
        {
            if (_time.GetElapsedTime(start) > _longestStop)
                return false;
            await Task.Delay(_pause, _time);
        }

        return true;
    }
}
