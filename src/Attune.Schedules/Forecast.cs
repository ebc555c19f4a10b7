using System.Collections.Immutable;
using Attune.Builds.Running;
using Attune.Projects;
using Attune.Schedules.Contention;
using Attune.Schedules.History;
using Attune.Schedules.Ordering;
using Attune.Schedules.Simulation;

namespace Attune.Schedules;

/// <summary>Services that are built beside each other, before those of the next phase.</summary>
/// <param name="Plan">The services.</param>
/// <param name="MaxParallel">How many of them at once.</param>
public sealed record ForecastPhase(BuildPlan Plan, int MaxParallel);

/// <summary>What a build is expected to do when.</summary>
/// <param name="Services">The services in the order of phases, each in the first phase that it is part of: later ones find it cached.</param>
/// <param name="Duration">The whole build's.</param>
/// <param name="ComposeDuration">What it would be if services started in the order of the compose file.</param>
/// <param name="Unknown">How many steps of some length were guessed.</param>
public sealed record Forecast(ImmutableArray<PredictedService> Services, TimeSpan Duration, TimeSpan ComposeDuration, int Unknown)
{
    /// <summary>Plays a build through, phase by phase.</summary>
    /// <param name="phases">What is built after what.</param>
    /// <param name="history">What earlier runs took.</param>
    /// <param name="policy">Which steps run.</param>
    public static Forecast Of(ImmutableArray<ForecastPhase> phases, DurationHistory history, LayerCachePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(history);
        var forecast = new Forecast([], TimeSpan.Zero, TimeSpan.Zero, 0);
        foreach (var phase in phases)
        {
            var known = forecast.Services.Select(s => s.Service).ToHashSet(StringComparer.Ordinal);
            var model = new ContentionModel([.. ContentionModel.Of(phase.Plan).Services.Where(s => !known.Contains(s.Service)).Select(s => s.Without(known))]);
            var durations = new BuildDurations(model, history, policy);
            forecast = forecast.Then(ScheduleChoice.Of(model, durations, phase.MaxParallel), durations.Unknown);
        }

        return forecast;
    }

    private Forecast Then(ScheduleChoice phase, int unknown) => new(
        [.. Services, .. phase.Predicted.Services.Select(s => s.Later(Duration))],
        Duration + phase.Predicted.Duration,
        ComposeDuration + phase.ComposeOrder.Duration,
        Unknown + unknown);
}
