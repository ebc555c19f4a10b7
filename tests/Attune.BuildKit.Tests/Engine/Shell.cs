using System.Diagnostics;

namespace Attune.BuildKit.Tests.Engine;

/// <summary>What .NET can't make: FIFOs, names that aren't UTF-8.</summary>
internal static class Shell
{
    public static async Task RunAsync(string command)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var process = Process.Start("/bin/bash", ["-c", command]);
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal(0, process.ExitCode);
    }
}
