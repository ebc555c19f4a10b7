using System.Collections.Immutable;

using Attune.Builds.Events;
using Attune.Reports.Text;

namespace Attune.Reports.Model;

/// <summary>What is known of one step of one service.</summary>
/// <param name="Step">Its latest state.</param>
/// <param name="Name">Its name, taken apart.</param>
internal sealed record StepModel(BuildStep Step, StepName Name)
{
    /// <summary>How many of a step's last lines are kept.</summary>
    public const int MaxTail = 20;

    /// <summary>When it was first seen running, by our clock: the engine's may differ, so the two are never subtracted.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>What it waits for, as far as that is known.</summary>
    public LockWait? Wait { get; init; }

    /// <summary>Its last complete lines, oldest first.</summary>
    public ImmutableArray<string> Tail { get; init; } = [];

    /// <summary>The unfinished line of its standard output.</summary>
    public LineBuffer Out { get; init; } = LineBuffer.Empty;

    /// <summary>The unfinished line of its standard error.</summary>
    public LineBuffer Error { get; init; } = LineBuffer.Empty;

    /// <summary>Its own counts by item, such as the bytes of each layer that it pulls.</summary>
    public ImmutableDictionary<string, StepCounter> Counters { get; init; } = ImmutableDictionary<string, StepCounter>.Empty;

    /// <summary>The line to show while it runs: the unfinished one when there is one, so that progress bars move.</summary>
    public string LastLine =>
        Error.Visible is { Length: > 0 } error ? error : Out.Visible is { Length: > 0 } output ? output : Tail.IsEmpty ? "" : Tail[^1];

    /// <summary>How long it took by the engine's clock, when it has ended.</summary>
    public TimeSpan? Duration => Step.Completed - Step.Started;

    public static StepModel Of(BuildStep step, DateTimeOffset at) => new StepModel(step, StepName.Parse(step.Name)).With(step, at);

    /// <summary>Takes the step's new state.</summary>
    public StepModel With(BuildStep step, DateTimeOffset at) => this with
    {
        Step = step,
        Name = step.Name == Step.Name ? Name : StepName.Parse(step.Name),
        RunningSince = RunningSince ?? (step.State == StepState.Running ? at : null),
    };

    /// <summary>Takes a piece of output.</summary>
    public StepModel With(StepOutput output)
    {
        var lines = new List<string>();
        var next = output.Stream == OutputStream.Error
            ? this with { Error = Error.Feed(output.Text, lines) }
            : this with { Out = Out.Feed(output.Text, lines) };
        return lines.Count == 0 ? next : next with { Tail = [.. Tail.Concat(lines).TakeLast(MaxTail)] };
    }

    /// <summary>Takes a count.</summary>
    public StepModel With(StepProgressed progress) =>
        this with { Counters = Counters.SetItem(progress.Item, new(progress.Current, progress.Total)) };
}

/// <summary>A count that a step reports.</summary>
/// <param name="Current">How much so far.</param>
/// <param name="Total">How much in all; 0 when unknown.</param>
internal readonly record struct StepCounter(long Current, long Total);
