using System.Collections;
using Attune.Engines.Finding;
using Attune.Reports.Progress;
using Attune.Source;

namespace Attune.Workflow.Surroundings;

/// <summary>The surroundings of this very process; the only place that reads them.</summary>
public static class ProcessHost
{
    /// <summary>Gathers them.</summary>
    /// <param name="announce">Told what is done, one line at a time.</param>
    /// <param name="warn">Told what is odd, one line at a time.</param>
    public static WorkflowHost Create(Action<string> announce, Action<string> warn)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
        var kind = Console.IsOutputRedirected ? OutputKind.Pipe : OutputKind.Terminal;
        var glyphs = Console.OutputEncoding.WebName.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? GlyphPolicy.Unicode : GlyphPolicy.Ascii;
        var console = new WorkflowConsole(Console.Out, TerminalPolicy.FromEnvironment(variables, kind, glyphs), Size, announce, warn);
        return new(EngineSurroundings.OfThisProcess(variables, new DiskSourceFiles()), console, TimeProvider.System)
        {
            CurrentDirectory = Environment.CurrentDirectory,
            MachineId = File.Exists("/etc/machine-id") ? File.ReadAllText("/etc/machine-id").Trim() : Environment.MachineName,
        };
    }

    private static TerminalSize Size() => Console.IsOutputRedirected ? default : new(Console.WindowWidth, Console.WindowHeight);
}
