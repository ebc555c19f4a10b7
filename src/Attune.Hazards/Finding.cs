using System.Collections.Immutable;
using Attune.Hazards.Repair;
using Attune.Source;

namespace Attune.Hazards;

/// <summary>A way in which builds can hurt each other, or themselves, through a cache mount.</summary>
/// <param name="Rule">The rule's code, such as <c>CM001</c>.</param>
/// <param name="Name">The rule's name, which states the fault.</param>
/// <param name="Location">The mount, or what else is at fault.</param>
/// <param name="Message">What is wrong, and why here.</param>
public sealed record Finding(string Rule, string Name, SourceLocation Location, string Message)
{
    /// <summary>How bad it is.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>How sure it is.</summary>
    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>The cache's id as a Dockerfile has it; empty when it isn't about one cache.</summary>
    public required string CacheId { get; init; }

    /// <summary>The services concerned, in compose order.</summary>
    public required ImmutableArray<string> Services { get; init; }

    /// <summary>What to do.</summary>
    public required string Advice { get; init; }

    /// <summary>The change that does it, if there is one.</summary>
    public Fix? Fix { get; init; }

    /// <summary>Whether the project is refused for it.</summary>
    public bool IsRefused => Severity == Severity.Error;

    /// <summary>What it is about, for whatever can silence it.</summary>
    internal Suppression.FindingScope? Scope { get; init; }

    /// <summary>The finding as a terminal shows it: place, severity, message, source line, advice.</summary>
    public string Describe() => $"{Location}: {Severity.ToString().ToLowerInvariant()} {Rule} {Name}: {Message}\n{Location.Excerpt()}\n  {Advice}";
}
