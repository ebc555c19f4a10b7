using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Hazards;

/// <summary>A way in which builds can hurt each other through a cache mount.</summary>
/// <param name="Rule">The rule's code, such as <c>CM001</c>.</param>
/// <param name="Name">The rule's name, which states the fault.</param>
/// <param name="Location">The mount.</param>
/// <param name="Message">What is wrong, and why here.</param>
public sealed record Finding(string Rule, string Name, SourceLocation Location, string Message)
{
    /// <summary>The cache's id.</summary>
    public required string CacheId { get; init; }

    /// <summary>The services concerned, in compose order.</summary>
    public required ImmutableArray<string> Services { get; init; }

    /// <summary>What to do.</summary>
    public required string Advice { get; init; }

    /// <summary>The finding as a terminal shows it: place, message, source line, advice.</summary>
    public string Describe() => $"{Location}: {Rule} {Name}: {Message}\n{Location.Excerpt()}\n  {Advice}";
}
