using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Facts;

/// <summary>A cache mount of a step.</summary>
internal sealed class CacheUse
{
    private readonly int _index;

    private CacheUse(Step step, int index, ToolUse tool)
    {
        _index = index;
        Step = step;
        Tool = tool;
        Mount = step.First.Mounts[index];
        Purge = CachePurge.Of(step.Command, Mount.MountPath, tool);
        Directory = EngineDirectory.Of(Mount);
    }

    public Step Step { get; }

    /// <summary>The mount as the step's first build has it.</summary>
    public CacheMount Mount { get; }

    /// <summary>What writes there.</summary>
    public ToolUse Tool { get; }

    /// <summary>The words of the command that empty the cache, or null.</summary>
    public string? Purge { get; }

    public EngineDirectory Directory { get; }

    public ForkKey Fork => Directory.Fork;

    /// <summary>The mount of the same step that holds the lock which guards this one.</summary>
    public CacheUse? Guard { get; private init; }

    public CacheSharing Sharing => Mount.Sharing;

    public bool Writes => Mount.Access == MountAccess.ReadWrite && !Tool.IsUnwritten;

    /// <summary>The mount in each build of the step.</summary>
    public IEnumerable<MountOccurrence> Occurrences => Step.Occurrences.Select(o => new MountOccurrence(o, o.Mounts[_index]));

    /// <summary>Whether both are the same directory of the engine, as long as their sharing modes don't fork it.</summary>
    public bool HasSameDirectoryAs(CacheUse other) => Directory == other.Directory;

    /// <summary>The cache mounts of a step, in the order in which they are written.</summary>
    public static IEnumerable<CacheUse> Of(Step step)
    {
        CacheUse[] uses = [.. step.First.Mounts.Select((mount, index) => new CacheUse(step, index, ToolRecognition.Recognise(step, mount)))];
        return uses.Select(use => uses.FirstOrDefault(use.IsGuardedBy) is { } guard ? new CacheUse(step, use._index, use.Tool) { Guard = guard } : use);
    }

    // cargo leaves its locks alone where it can't write.
    private bool IsGuardedBy(CacheUse other) =>
        Tool.Directory?.GuardedBy is { } guard && other.Tool.Tool == Tool.Tool && other.Tool.Directory!.What == guard && other.Writes &&
        ToolPaths.IsBelow(Mount.MountPath, other.Mount.MountPath);
}

/// <summary>A mount of a step in one build.</summary>
internal sealed record MountOccurrence(StepOccurrence Step, CacheMount Mount);
