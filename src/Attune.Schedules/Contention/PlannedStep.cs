using System.Collections.Immutable;

namespace Attune.Schedules.Contention;

/// <summary>A step of a service's build, known before it runs.</summary>
public sealed record PlannedStep
{
    /// <summary>What it is from one run to the next.</summary>
    public required StepKey Key { get; init; }

    /// <summary>Equal for steps of several services that the engine recognises as one, and so runs once.</summary>
    public required string Identity { get; init; }

    /// <summary>Its stage's name, or <c>stage-N</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Its number within the stage, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The instruction's keyword in upper case; <c>FROM</c> for loading an image.</summary>
    public required string Keyword { get; init; }

    /// <summary>The instruction without its flags, on one line.</summary>
    public required string Text { get; init; }

    /// <summary>The steps of the same service that must have ended before, by index.</summary>
    public required ImmutableArray<int> Needs { get; init; }

    /// <summary>The caches that it mounts, in the order in which the engine takes them: by target.</summary>
    public ImmutableArray<CacheClaim> Claims { get; init; } = [];
}

/// <summary>What a step is from one run to the next, whatever it reads.</summary>
/// <param name="Service">Whose.</param>
/// <param name="Stage">In which stage.</param>
/// <param name="Digest">Of the instruction as it is written; one that stands twice in a stage is numbered.</param>
public sealed record StepKey(string Service, string Stage, string Digest)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Service}/{Stage}/{Digest}";
}
