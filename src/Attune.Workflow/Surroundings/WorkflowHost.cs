using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Workflow.Surroundings;

/// <summary>Everything outside the workflow that it may touch: handed in, so that nothing below reads the process's own.</summary>
/// <param name="Variables">The environment variables.</param>
/// <param name="HomeDirectory">The user's home directory.</param>
/// <param name="Machine">The operating system and what this process may do on it.</param>
/// <param name="Console">Where output goes.</param>
/// <param name="Time">The clock.</param>
public sealed record WorkflowHost(
    IReadOnlyDictionary<string, string> Variables, string HomeDirectory, HostMachine Machine, WorkflowConsole Console, TimeProvider Time)
{
    /// <summary>The directory that relative paths of parameters start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>What tells this machine from others that use the same engine.</summary>
    public required string MachineId { get; init; }

    /// <summary>The files that compose files and Dockerfiles are read from.</summary>
    public ISourceFiles Files { get; init; } = new DiskSourceFiles();

    internal EngineSurroundings EngineSurroundings => new(Variables, HomeDirectory, Machine.System, Files) { Privilege = Machine.Privilege };
}

/// <summary>The machine that the build runs on.</summary>
/// <param name="System">Its operating system.</param>
/// <param name="Privilege">What this process may do.</param>
public sealed record HostMachine(HostSystem System, HostPrivilege Privilege);
