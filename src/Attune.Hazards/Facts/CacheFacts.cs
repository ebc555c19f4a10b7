using System.Collections.Concurrent;
using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Facts;

/// <summary>A cache id with everybody who mounts it.</summary>
internal sealed class CacheFacts(string engineId, ImmutableArray<CacheUse> uses)
{
    private readonly bool _isPurged = uses.Any(u => u.Purge is not null);
    private readonly ConcurrentDictionary<GroupName, UseGroup> _groups = [];
    private readonly Lazy<bool> _hasSeveralDirectories = new(() => uses.Select(u => u.Tool.Directory).OfType<CacheDirectory>().Distinct().Take(2).Count() > 1);

    public string EngineId { get; } = engineId;

    /// <summary>The id as a Dockerfile has it.</summary>
    public string Id => Uses[0].Mount.Id;

    public ImmutableArray<CacheUse> Uses { get; } = uses;

    /// <summary>The uses that may run while this one does.</summary>
    /// <param name="use">The one.</param>
    /// <param name="where">Which of them; asked before the costlier question whether they are concurrent.</param>
    public IEnumerable<CacheUse> RivalsOf(CacheUse use, Func<CacheUse, bool> where) =>
        Uses.Where(other => other != use && where(other) && use.Step.IsConcurrentWith(other.Step));

    /// <summary>Whether several tools write to it, or one tool does as several of its directories.</summary>
    public bool HasSeveralDirectories => _hasSeveralDirectories.Value;

    /// <summary>The uses that write to the directory that this one writes to, without a lock; this one is among them.</summary>
    public UseGroup OpenWriters(CacheUse use) => Group("open writers", use, u => u == use || IsOpenTo(use, u));

    /// <summary>A part of the uses. It is computed once for each kind and directory: large projects ask for it at every mount.</summary>
    /// <param name="kind">Names the condition.</param>
    /// <param name="use">A use of the group.</param>
    /// <param name="where">The condition; it depends on nothing but the directory of <paramref name="use"/>.</param>
    public UseGroup Group(string kind, CacheUse use, Func<CacheUse, bool> where) =>
        _groups.GetOrAdd(new(kind, use.Fork), (_, uses) => new([.. uses]), Uses.Where(where));

    /// <summary>Whether another build may write to the directory that this use writes to, while it does.</summary>
    public bool IsWrittenAtOnce(CacheUse use) => use is { Writes: true, Sharing: CacheSharing.Shared } && RivalsOf(use, r => IsOpenTo(use, r)).Any();

    /// <summary>Whether several builds may use the cache at once, given what this use and its rivals do there.</summary>
    public Safety SafetyOf(CacheUse use) => PurgeOf(use) is null ? use.Tool.Safety : Safety.Unsafe;

    /// <summary>The use that empties the cache while this one uses it, or the other way round; null when there is none.</summary>
    public CacheUse? PurgeOf(CacheUse use)
    {
        if (!_isPurged)
            return null;
        var rival = RivalsOf(use, r => (use.Purge ?? r.Purge) is not null && r.HasSameDirectoryAs(use)).FirstOrDefault();
        return rival is null ? null : rival.Purge is null ? use : rival;
    }

    /// <summary>Whether both write to one directory, and neither a sharing mode of this mount nor the tool's lock in another keeps them apart.</summary>
    public static bool IsOpenTo(CacheUse use, CacheUse rival) =>
        use.Writes && rival.Writes && use.Sharing == CacheSharing.Shared && rival.Sharing == CacheSharing.Shared && use.HasSameDirectoryAs(rival) &&
        !(use.Guard is { } guard && rival.Guard is { } other && guard.HasSameDirectoryAs(other));

    private sealed record GroupName(string Kind, ForkKey Directory);
}
