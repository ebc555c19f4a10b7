using System.Collections.Immutable;

namespace Attune.Hazards.Tools;

/// <summary>What is known of a tool that keeps a cache.</summary>
/// <param name="name">Its name.</param>
internal sealed class Tool(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The programs that write to its caches.</summary>
    public required ImmutableArray<string> Commands { get; init; }

    /// <summary>Its commands that empty what other builds may be reading: the first words, such as <c>npm cache clean</c>.</summary>
    public ImmutableArray<string> Purges { get; init; } = [];

    /// <summary>Its directories.</summary>
    public required ImmutableArray<CacheDirectory> Directories { get; init; }
}
