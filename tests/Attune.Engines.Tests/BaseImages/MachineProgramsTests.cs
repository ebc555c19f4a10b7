using System.Diagnostics;
using Attune.Engines.BaseImages;

namespace Attune.Engines.Tests.BaseImages;

public class MachineProgramsTests
{
    private static readonly MachinePrograms Programs = new();

    [Fact(Timeout = 30_000)]
    public async Task Gives_exit_code_output_and_errors() =>
        Assert.Equal(new ProgramResult(3, "out\n", "err\n"), await Run("echo out; echo err >&2; exit 3", CancellationToken.None));

    [Fact(Timeout = 30_000)]
    public async Task A_missing_program_has_no_result() =>
        Assert.Null(await Programs.RunAsync(new ProgramCall("no-such-program-of-attune", [], "/"), CancellationToken.None));

    [Fact(Timeout = 30_000)]
    public async Task Cancelling_kills_the_program_and_its_children()
    {
        using var folder = new TempDirectory();
        using var cancel = new CancellationTokenSource();
        var pidFile = Path.Combine(folder.Path, "pid");
        var running = Run($"sleep 600 & echo $! >{pidFile}.new; mv {pidFile}.new {pidFile}; wait", cancel.Token);
        while (!File.Exists(pidFile))
            await Task.Delay(20);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        var child = int.Parse(await File.ReadAllTextAsync(pidFile), System.Globalization.CultureInfo.InvariantCulture);
        while (IsAlive(child))
            await Task.Delay(20);
    }

    private static Task<ProgramResult?> Run(string script, CancellationToken cancellationToken) =>
        Programs.RunAsync(new ProgramCall("sh", ["-c", script], "/"), cancellationToken);

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
