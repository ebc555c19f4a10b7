using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Facts;

/// <summary>A cache mount of a step.</summary>
internal sealed class CacheUse(Step step, int index, ToolUse tool)
{
    public Step Step { get; } = step;

    /// <summary>The mount as the step's first build has it.</summary>
    public CacheMount Mount { get; } = step.First.Mounts[index];

    /// <summary>What writes there.</summary>
    public ToolUse Tool { get; } = tool;

    /// <summary>The words of the command that empty the cache, or null.</summary>
    public string? Purge { get; } = CachePurge.Of(step.Command, step.First.Mounts[index].MountPath, tool);

    public ForkKey Fork { get; } = ForkKey.Of(step.First.Mounts[index]);

    public CacheSharing Sharing => Mount.Sharing;

    public bool Writes => Mount.Access == MountAccess.ReadWrite && !Tool.IsUnwritten;

    /// <summary>The mount in each build of the step.</summary>
    public IEnumerable<(StepOccurrence Step, CacheMount Mount)> Occurrences => Step.Occurrences.Select(o => (o, o.Mounts[index]));

    /// <summary>Whether both are the same directory of the engine, as long as their sharing modes don't fork it.</summary>
    public bool HasSameDirectoryAs(CacheUse other) => Mount.EngineId == other.Mount.EngineId && Fork == other.Fork;
}
