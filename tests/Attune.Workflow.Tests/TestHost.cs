using Attune.Engines.Finding;
using Attune.Reports.Progress;
using Attune.Source;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Tests;

/// <summary>A host whose output can be read, with no environment of its own.</summary>
internal sealed class TestHost(string directory)
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public List<string> Announced { get; } = [];

    public List<string> Warned { get; } = [];

    /// <summary>What was printed, without this test's directory.</summary>
    public string Output => _output.ToString().Replace(directory, "/project", StringComparison.Ordinal);

    public Dictionary<string, string> Variables { get; } = new() { ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin" };

    public WorkflowHost Create() => new(
        new EngineSurroundings(Variables, "/nonexistent", HostSystem.Linux, new DiskSourceFiles()),
        new(_output, TerminalPolicy.Pipe, () => default, Announced.Add, Warned.Add),
        TimeProvider.System)
    {
        CurrentDirectory = directory,
        MachineId = "test",
    };
}
