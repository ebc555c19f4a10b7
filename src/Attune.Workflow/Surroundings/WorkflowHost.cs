using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Workflow.Surroundings;

/// <summary>Everything outside the workflow that it may touch: handed in, so that nothing below reads the process's own.</summary>
/// <param name="Machine">The machine, the environment variables, and the files that compose files and Dockerfiles are read from.</param>
/// <param name="Console">Where output goes.</param>
/// <param name="Time">The clock.</param>
public sealed record WorkflowHost(EngineSurroundings Machine, WorkflowConsole Console, TimeProvider Time)
{
    /// <summary>The directory that relative paths of parameters start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>What tells this machine from others that use the same engine.</summary>
    public required string MachineId { get; init; }

    internal ISourceFiles Files => Machine.Files;

    internal IReadOnlyDictionary<string, string> Variables => Machine.Variables;
}
