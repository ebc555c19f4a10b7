using System.Runtime.InteropServices;
using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;

/// <summary>Targets that end in ways a test chooses.</summary>
public sealed class WaitingBuild : NukeBuild
{
    public static int Start() => Execute<WaitingBuild>(x => x.Wait);

    Target Wait => _ => _
        .Executes(async () =>
        {
            using var cancellation = new CancellationTokenSource();
            // Slow, so that the target has ended before the build's own handler is called.
            using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
            {
                cancellation.Cancel();
                Thread.Sleep(100);
            });
            Log.Information("waiting");
            await Task.Delay(TimeSpan.FromMinutes(1), cancellation.Token);
        });

    Target Deaf => _ => _
        .Executes(() =>
        {
            Log.Information("waiting");
            Thread.Sleep(TimeSpan.FromMinutes(1));
        });

    Target Child => _ => _
        .Executes(() => ProcessTasks.StartProcess("bash", "-c \"trap '' INT TERM; echo waiting; sleep 60\"").AssertZeroExitCode());

    Target Never => _ => _
        .DependsOn(Wait)
        .Executes(() => Log.Information("must not run"));

    Target TidyUp => _ => _
        .After(Never)
        .AssuredAfterFailure()
        .Executes(() => Log.Information("tidied up"));

    Target ExitSeven => _ => _
        .Executes(() => { ExitCode = 7; });

    /// <summary>Awaited by the stand-in alone: NUKE takes the task for a value.</summary>
    Target TaskWithResult => _ => _
        .Executes(async () =>
        {
            await Task.Delay(50);
            Log.Information("finished");
            return 3;
        });

    Target ValueTaskWithResult => _ => _
        .Executes(Finish);

    static async ValueTask<int> Finish()
    {
        await Task.Delay(50);
        throw new InvalidOperationException("seen");
    }
}
