namespace Attune.BuildKit.Control;

/// <summary>Which records to consider.</summary>
public enum PruneScope
{
    /// <summary>Without internal ones, frontends, and those that an image shares.</summary>
    Unshared,

    /// <summary>All that no build uses.</summary>
    All,
}

/// <summary>What to remove from the build cache; records in use always stay.</summary>
public sealed record PruneRequest
{
    /// <summary>Filters in containerd's language, such as <c>type==exec.cachemount</c> or <c>id~=^(a|b)$</c>; a record that matches one is removed.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Which records to consider.</summary>
    public PruneScope Scope { get; init; } = PruneScope.Unshared;

    /// <summary>Keep what was used within this time; zero to ignore.</summary>
    public TimeSpan KeepDuration { get; init; }

    /// <summary>Stop removing when this many bytes are left (<c>--keep-storage</c>); 0 to remove all that matches.</summary>
    public long KeepBytes { get; init; }

    internal Wire.PruneCall ToCall() => new()
    {
        Filter = { Filters },
        All = Scope == PruneScope.All,
        KeepDuration = KeepDuration.Ticks * TimeSpan.NanosecondsPerTick,
        ReservedSpace = KeepBytes,
        MaxUsedSpace = KeepBytes,
    };
}
