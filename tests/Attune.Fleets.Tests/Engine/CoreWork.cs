using System.Diagnostics;
using System.Globalization;

namespace Attune.Fleets.Tests.Engine;

/// <summary>What the machine's first two cores do of a shell's work without any engine: virtual cores may be halves of one real core.</summary>
internal static class CoreWork
{
    /// <summary>The work, for a shell.</summary>
    public const string Script = "i=0; while [ $i -lt 3000000 ]; do i=$((i+1)); done";

    /// <summary>How long the work of some services takes on both cores, as a share of how long it takes on the first one; 0.5 at best.</summary>
    /// <param name="services">How many services; even.</param>
    public static async Task<double> BothOfOneAsync(int services)
    {
        var one = await MeasureAsync(Loops(0, services));
        var both = await MeasureAsync(Loops(0, services / 2), Loops(1, services / 2));
        return both / one;
    }

    private static ProcessStartInfo Loops(int core, int count) =>
        new("taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), "/bin/busybox", "sh", "-c", string.Concat(Enumerable.Repeat(Script + "; ", count))]);

    private static async Task<TimeSpan> MeasureAsync(params ProcessStartInfo[] all)
    {
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(all.Select(RunAsync));
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
