namespace Nuke.Common.Tooling;

/// <summary>A process ended with an exit code other than zero; the message says it all.</summary>
public sealed class ProcessException(IProcess process) : Exception(Describe(process))
{
    public int ExitCode { get; } = process.ExitCode;

    public override string ToString() => Message;

    private static string Describe(IProcess process)
    {
        List<string> lines =
        [
            $"Process '{Path.GetFileNameWithoutExtension(process.FileName)}' exited with code {process.ExitCode}.",
            $"   > {process.FileName} {process.Arguments}",
            $"   @ {process.WorkingDirectory}",
        ];
        var errors = process.Output.Where(line => line.Type == OutputType.Err).Select(line => "   " + line.Text).ToArray();
        if (errors.Length > 0)
            lines.AddRange(["Error output:", .. errors]);
        return string.Join(Environment.NewLine, lines);
    }
}
