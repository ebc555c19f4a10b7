using System.Diagnostics;
using System.Text;

namespace Attune.Standin.Tests;

/// <summary>A program run to its end, or to the point where a test signals it.</summary>
internal sealed class ProcessRun : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly StringBuilder output = new();

    private ProcessRun(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int ExitCode => process.ExitCode;

    /// <summary>Both streams, without the blank lines' zero-width spaces.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString().Replace("\u200B", "", StringComparison.Ordinal);
        }
    }

    public static ProcessRun Start(
        string file, string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // A shell starts what runs in its background with Ctrl-C ignored, and so it would stay in each child.
        string[] signals = OperatingSystem.IsLinux() ? ["--default-signal=INT", file] : [];
        var start = new ProcessStartInfo(signals is [] ? file : "env", [.. signals, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] foreign = [.. start.Environment.Keys.Where(name => name.StartsWith("NUKE", StringComparison.OrdinalIgnoreCase))];
        foreach (var name in foreign.Concat(["GITHUB_ACTIONS", "CI", "TARGET", "HOST", "DOTNET_EXE", "ATTUNE_RUNTIME"]))
            start.Environment.Remove(name);
        start.Environment["TERM"] = "dumb";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new ProcessRun(start);
    }

    public async Task<ProcessRun> Finished(TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? Limit);
        await process.WaitForExitAsync(limit.Token);
        return this;
    }

    public async Task Until(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!Output.Contains(text, StringComparison.Ordinal))
            await Task.Delay(20, limit.Token);
    }

    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Kill() => process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
    }
}
