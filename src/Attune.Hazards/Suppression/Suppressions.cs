using System.Collections.Immutable;

namespace Attune.Hazards.Suppression;

/// <summary>What holds findings back, besides comments.</summary>
public sealed record Suppressions
{
    /// <summary>Nothing but comments, of which nothing is said when they do nothing.</summary>
    public static Suppressions CommentsOnly { get; } = new();

    /// <summary>The entries of <c>IgnoreHazards</c>.</summary>
    public ImmutableArray<IgnoredHazard> Ignored { get; init; } = [];

    /// <summary>Findings that were there before.</summary>
    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>How much of the project is looked at.</summary>
    public CheckCoverage Coverage { get; init; }

    /// <summary>The path, relative to the project directory, of a file as findings name it.</summary>
    public Func<string, string> PathOf { get; init; } = path => path;
}

/// <summary>How much of a project is looked at.</summary>
public enum CheckCoverage
{
    /// <summary>Some of its builds: a suppression that does nothing may be for the others.</summary>
    Part,

    /// <summary>All builds.</summary>
    Whole,
}
