using System.Collections;
using System.Collections.Immutable;

namespace Attune.Hazards.Facts;

/// <summary>Uses of a cache that messages name together.</summary>
internal sealed class UseGroup : IReadOnlyCollection<CacheUse>
{
    private readonly ImmutableArray<CacheUse> _uses;
    private readonly Lazy<ImmutableArray<string>> _services;
    private readonly Lazy<ImmutableArray<string>> _builds;
    private readonly Lazy<bool> _hasCommonLock;
    private string? _description;

    public UseGroup(ImmutableArray<CacheUse> uses)
    {
        _uses = uses;
        _services = new(() => [.. Steps.Select(s => s.Build.Service.Name).Distinct(StringComparer.Ordinal)]);
        _builds = new(() => [.. Steps.Select(s => s.Build.DisplayName).Distinct(StringComparer.Ordinal)]);
        _hasCommonLock = new(() => uses[0].Step.Locks.Any(l => uses.All(u => u.Step.Locks.Contains(l))));
    }

    public int Count => _uses.Length;

    /// <summary>The names of their services, each once.</summary>
    public ImmutableArray<string> Services => _services.Value;

    /// <summary>The names of their builds, each once.</summary>
    public ImmutableArray<string> Builds => _builds.Value;

    /// <summary>Whether all of them hold the lock of one directory while they run, so that none runs beside another.</summary>
    public bool HasCommonLock => _hasCommonLock.Value;

    /// <summary>Their steps, in each build that has them.</summary>
    public IEnumerable<StepOccurrence> Steps => _uses.SelectMany(u => u.Step.Occurrences);

    /// <summary>What messages call the group. It is found once: in a large project thousands of messages name the same hundreds of services.</summary>
    public string Describe(Func<UseGroup, string> describe) => _description ??= describe(this);

    public static UseGroup Of(IEnumerable<CacheUse> uses) => uses as UseGroup ?? new([.. uses]);

    public IEnumerator<CacheUse> GetEnumerator() => ((IEnumerable<CacheUse>)_uses).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
