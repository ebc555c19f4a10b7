using System.Diagnostics;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

internal sealed class RunningProcess : IProcess
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly Process process;
    private readonly int? timeout;
    private readonly List<Output> output = [];
    private readonly CancellationTokenRegistration interruption;

    public RunningProcess(ProcessStartInfo start, int? timeout, Action<OutputType, string> onLine)
    {
        this.timeout = timeout;
        (FileName, Arguments, WorkingDirectory) = (start.FileName, start.Arguments, start.WorkingDirectory);
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(OutputType.Std, line.Data);
        process.ErrorDataReceived += (_, line) => Take(OutputType.Err, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        interruption = Interruption.Token.Register(() =>
        {
            if (!process.WaitForExit(Grace))
                Kill();
        });

        void Take(OutputType type, string? text)
        {
            if (text is null)
                return;
            lock (output)
            {
                output.Add(new Output { Type = type, Text = text });
                onLine(type, text);
            }
        }
    }

    public string FileName { get; }

    public string Arguments { get; }

    public string WorkingDirectory { get; }

    public IReadOnlyCollection<Output> Output => output;

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    public void Kill() => process.Kill(entireProcessTree: true);

    public bool WaitForExit()
    {
        if (!process.WaitForExit(timeout ?? Timeout.Infinite))
        {
            Kill();
            return false;
        }

        process.WaitForExit();
        return true;
    }

    public void Dispose()
    {
        interruption.Dispose();
        process.Dispose();
    }
}
