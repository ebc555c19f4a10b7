using Attune.Reports.Text;
using Attune.Source;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Reporting;

/// <summary>Writes a report where the user wants it: standard output, or the file of <c>--output</c>.</summary>
internal sealed class ReportOutput(OutputSettings settings, WorkflowHost host)
{
    private const int WidthOfPipes = 120;

    /// <summary>The cells that a line may take.</summary>
    public int Width => settings.File is null && host.Console.Size() is { Width: > 0 } size ? size.Width : WidthOfPipes;

    public void Write(IEnumerable<StyledLine> lines)
    {
        if (settings.File is null)
            lines.WriteTo(host.Console.Output, host.Console.Terminal.Colors);
        else
            WriteFile(string.Concat(lines.Select(l => l + "\n")));
    }

    public void Write(string text)
    {
        if (settings.File is null)
            host.Console.Output.WriteLine(text);
        else
            WriteFile(text + "\n");
    }

    private void WriteFile(string text)
    {
        var path = Path.GetFullPath(settings.File!, host.CurrentDirectory);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"Can't write {path}: {e.Message}", "Check --output.", inner: e);
        }

        host.Console.Announce($"Written to {path}");
    }
}
