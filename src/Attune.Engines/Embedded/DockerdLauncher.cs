using Attune.Engines.Finding;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.Embedded;

/// <summary>Starts the daemon and waits until it answers.</summary>
/// <param name="layout">The engine.</param>
/// <param name="processes">Its processes.</param>
/// <param name="runner">Starts it.</param>
/// <param name="time">The clock.</param>
internal sealed class DockerdLauncher(EmbeddedEngineLayout layout, OwnProcesses processes, IProcessRunner runner, TimeProvider time)
{
    // Usually 2–4 s; a machine busy with builds, or a data root to be scanned after a crash, takes far longer.
    private static readonly TimeSpan _longestStart = TimeSpan.FromSeconds(90);
    private const int MissesOfADeadDaemon = 8;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Starts the daemon; it is not yet ready.</summary>
    public async Task LaunchAsync(string dockerd, string searchPath, CancellationToken cancellationToken)
    {
        RemoveRuntimeFiles();
        Directory.CreateDirectory(layout.RuntimeDirectory);
        if (File.Exists(layout.LogFile))
            File.Move(layout.LogFile, layout.PreviousLogFile, overwrite: true);
        var outcome = await runner.RunAsync(DockerdCommand.Detached(dockerd, searchPath, layout), cancellationToken);
        if (outcome.ExitCode != 0)
            throw new UserErrorException("The embedded engine can't be started:\n" + string.Join('\n', outcome.LastLines(5)));
    }

    /// <summary>Waits until the daemon answers.</summary>
    /// <returns>The engine, or null when the daemon ended or doesn't answer in time.</returns>
    public async Task<EngineInfo?> WaitAsync(Func<CancellationToken, Task<EngineInfo?>> ask, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var missed = 0;
        while (true)
        {
            if (await ask(cancellationToken) is { } engine)
                return engine;
            // A process that is just becoming dockerd has no command line for a moment: one miss proves nothing.
            missed = processes.Daemons().Count > 0 ? 0 : missed + 1;
            if (missed == MissesOfADeadDaemon || time.GetElapsedTime(start) > _longestStart)
                return null;
            await Task.Delay(_pause, time, cancellationToken);
        }
    }

    /// <summary>
    /// Removes what a dead daemon left and what would mislead the next one: a pid file whose number somebody else has by now, a socket
    /// nobody listens on, bundles of containers that are gone. (dockerd expects such files on a tmpfs, which a reboot empties.)
    /// </summary>
    public void RemoveRuntimeFiles()
    {
        if (Directory.Exists(layout.ExecRoot))
            Directory.Delete(layout.ExecRoot, recursive: true);
        if (!Directory.Exists(layout.RuntimeDirectory))
            return;
        File.Delete(layout.PidFile);
        File.Delete(layout.Socket);
        if (layout.RuntimeDirectory != layout.StateDirectory)
            Directory.Delete(layout.RuntimeDirectory, recursive: true);
    }

    /// <summary>Says that the daemon can't be had, with the last lines of its log.</summary>
    public UserErrorException Failed()
    {
        var how = processes.Daemons().Count == 0 ? "ended at once" : $"doesn't answer after {_longestStart.TotalSeconds:0} s";
        var lines = File.Exists(layout.LogFile) ? File.ReadLines(layout.LogFile).TakeLast(8).ToArray() : [];
        return new UserErrorException(
            $"The embedded engine {how}. The last lines of its log ({layout.LogFile}):\n" + string.Join('\n', lines.Select(l => "  " + l)),
            "If this machine can't run an engine, choose one elsewhere with --engine.");
    }
}
