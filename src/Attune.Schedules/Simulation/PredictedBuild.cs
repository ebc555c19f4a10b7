using System.Collections.Immutable;
using Attune.Schedules.Contention;

namespace Attune.Schedules.Simulation;

/// <summary>When each service is expected to do what.</summary>
/// <param name="Services">In compose order.</param>
/// <param name="Duration">The whole build's.</param>
public sealed record PredictedBuild(ImmutableArray<PredictedService> Services, TimeSpan Duration)
{
    /// <summary>Services that would wait for each other for ever; empty in any order but one that ignores locks.</summary>
    public ImmutableArray<string> Hanging => [.. Services.Where(s => s.End is null).Select(s => s.Service)];
}

/// <summary>When a service is expected to do what; all times count from the start of the build.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Start">When its solve begins.</param>
/// <param name="End">When its image is there; null if never.</param>
public sealed record PredictedService(string Service, TimeSpan Start, TimeSpan? End)
{
    /// <summary>Its steps that take time, in the order in which they begin.</summary>
    public ImmutableArray<PredictedStep> Steps { get; init; } = [];

    /// <summary>How long its steps wait for caches.</summary>
    public TimeSpan Waited => Steps.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Waits.Aggregate(TimeSpan.Zero, (t, w) => t + (w.End - w.Start)));

    internal PredictedService Later(TimeSpan by) => this with { Start = Start + by, End = End + by, Steps = [.. Steps.Select(s => s.Later(by))] };
}

/// <summary>When a step is expected to do what.</summary>
/// <param name="Step">The step.</param>
/// <param name="Start">When it begins, waiting or working.</param>
/// <param name="WorkFrom">When it has its caches.</param>
/// <param name="End">When it has ended.</param>
public sealed record PredictedStep(PlannedStep Step, TimeSpan Start, TimeSpan WorkFrom, TimeSpan End)
{
    /// <summary>What it waits for, in order.</summary>
    public ImmutableArray<PredictedWait> Waits { get; init; } = [];

    /// <summary>The service whose equal step runs for this one too; null when it runs itself.</summary>
    public string? SharedWith { get; init; }

    internal PredictedStep Later(TimeSpan by) => this with
    {
        Start = Start + by,
        WorkFrom = WorkFrom + by,
        End = End + by,
        Waits = [.. Waits.Select(w => w with { Start = w.Start + by, End = w.End + by })],
    };
}

/// <summary>A wait for a cache.</summary>
/// <param name="Cache">The cache's id.</param>
/// <param name="Holder">The service that has it.</param>
/// <param name="Start">From when.</param>
/// <param name="End">Until when.</param>
public sealed record PredictedWait(string Cache, string Holder, TimeSpan Start, TimeSpan End);
