using System.Collections.Immutable;

using Attune.Builds.Events;

namespace Attune.Reports.Model;

/// <summary>What is known of one service.</summary>
/// <param name="Name">Its name.</param>
internal sealed record ServiceModel(string Name)
{
    /// <summary>When its solve began.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>The engine, when several build.</summary>
    public string? Engine { get; init; }

    /// <summary>Its steps in the order in which they were first heard of.</summary>
    public ImmutableArray<StepModel> Steps { get; init; } = [];

    /// <summary>What was sent for it, by directory (<c>context</c>, <c>dockerfile</c>, …).</summary>
    public ImmutableDictionary<string, TransferCount> Transfers { get; init; } = ImmutableDictionary<string, TransferCount>.Empty;

    /// <summary>How it ended, when it has.</summary>
    public ServiceResult? Result { get; init; }

    /// <summary>Whether it is being built.</summary>
    public bool IsRunning => Started is not null && Result is null;

    /// <summary>The Dockerfile's steps that came from the cache so far.</summary>
    public int CachedSteps => Steps.Count(s => s.Step.State == StepState.Cached && s.Name.Kind == StepKind.Dockerfile);

    /// <summary>Everything that was sent for it.</summary>
    public TransferCount Sent => Transfers.Values.Aggregate(
        default(TransferCount), (a, b) => new(a.FilesListed + b.FilesListed, a.FilesSent + b.FilesSent, a.BytesSent + b.BytesSent));

    /// <summary>The step with an id, or null.</summary>
    public StepModel? Find(string stepId) => IndexOf(stepId) is >= 0 and var i ? Steps[i] : null;

    /// <summary>Changes a step, or adds it.</summary>
    public ServiceModel Change(string stepId, Func<StepModel?, StepModel> change)
    {
        var index = IndexOf(stepId);
        var step = change(index < 0 ? null : Steps[index]);
        return this with { Steps = index < 0 ? Steps.Add(step) : Steps.SetItem(index, step) };
    }

    private int IndexOf(string stepId)
    {
        // From the end: the step that talks is nearly always a late one.
        for (var i = Steps.Length - 1; i >= 0; i--)
            if (Steps[i].Step.Id == stepId)
                return i;
        return -1;
    }
}
