using System.Collections.Immutable;

namespace Attune.Hazards.Tools;

/// <summary>A directory that a tool keeps.</summary>
/// <param name="what">What it is, to follow the tool's name.</param>
/// <param name="safety">Whether several builds may write there at once.</param>
/// <param name="because">Why, and where the lock is: half a sentence that follows the tool's name.</param>
internal sealed class CacheDirectory(string what, Safety safety, string because)
{
    /// <summary>What it is, to follow the tool's name.</summary>
    public string What { get; } = what;

    /// <summary>Whether several builds may write there at once.</summary>
    public Safety Safety { get; } = safety;

    /// <summary>Why, and where the lock is: half a sentence that follows the tool's name.</summary>
    public string Because { get; } = because;

    /// <summary>Where it is: an absolute path, <c>~/…</c> below a home directory, <c>**/…</c> anywhere.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>The variables that move it; <c>NAME/sub</c> when it is a part of what the variable names.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>Whether its paths are so common that only a command of the tool tells it.</summary>
    public Recognition Recognition { get; init; }

    /// <summary>What makes its content differ between builds that share it.</summary>
    public ContentKind Content { get; init; }

    /// <summary>
    /// The tool's directory (its <see cref="What"/>) whose lock file guards this one too: both are safe where that one is mounted as well.
    /// </summary>
    public string? GuardedBy { get; init; }

    /// <summary>Words of a Dockerfile that tell a version or a setting of the tool with which it is safe.</summary>
    public ImmutableArray<string> SafeWith { get; init; } = [];

    /// <summary>What keeps the tool from writing there: an option of each of its commands, or a variable that is set.</summary>
    public ImmutableArray<string> UnwrittenWith { get; init; } = [];

    /// <summary>Documentation, source or threads that say so.</summary>
    public required ImmutableArray<string> Sources { get; init; }
}

/// <summary>How a directory is recognised.</summary>
internal enum Recognition
{
    /// <summary>By its path.</summary>
    Path,

    /// <summary>By its path, if the step runs the tool.</summary>
    PathAndCommand,
}

/// <summary>What is in a directory.</summary>
internal enum ContentKind
{
    /// <summary>Downloads, or results under keys of their own: the same for every build.</summary>
    Keyed,

    /// <summary>Build output whose names don't tell platforms apart.</summary>
    PlatformOutput,
}
