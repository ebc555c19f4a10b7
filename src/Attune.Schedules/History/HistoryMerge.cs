using Attune.Schedules.Contention;

namespace Attune.Schedules.History;

/// <summary>What a step did in the run that is added: a sample if it ran, none if it was cached.</summary>
internal sealed record NewStep(StepKey Key, StepSample? Sample);

/// <summary>Adds a run to a history, which stays of a bounded size.</summary>
internal static class HistoryMerge
{
    private const int MaxSamples = 5;
    private const int MaxRuns = 10;
    private const int MaxSteps = 5_000;
    private const int MaxServices = 1_000;

    // What no run saw for so long was renamed or removed.
    private const long MaxAge = 50;

    public static DurationHistory Add(
        HistoryDocument earlier, RunEntry run, int cpus, IEnumerable<NewStep> steps, IEnumerable<ServiceEntry> services)
    {
        var known = earlier.Steps.GroupBy(s => new StepKey(s.Service, s.Stage, s.Digest)).ToDictionary(s => s.Key, s => s.Last());
        foreach (var step in steps)
            known[step.Key] = Add(known.GetValueOrDefault(step.Key) ?? new(step.Key.Service, step.Key.Stage, step.Key.Digest, 0, 0, []), step.Sample) with { Seen = run.Number };
        var byName = earlier.Services.GroupBy(s => s.Service, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Last(), StringComparer.Ordinal);
        foreach (var service in services)
            byName[service.Service] = Add(byName.GetValueOrDefault(service.Service), service) with { Seen = run.Number };
        return new(new(
            HistoryDocument.CurrentVersion,
            cpus,
            [.. known.Values.Where(s => run.Number - s.Seen < MaxAge).OrderByDescending(s => s.Seen).Take(MaxSteps)],
            [.. byName.Values.Where(s => run.Number - s.Seen < MaxAge).OrderByDescending(s => s.Seen).Take(MaxServices)],
            [.. earlier.Runs.Append(run).TakeLast(MaxRuns)]));
    }

    private static StepEntry Add(StepEntry step, StepSample? sample) => sample is { } ran
        ? step with { Runs = step.Runs + 1, Cached = 0, Samples = [.. step.Samples.Append(ran).TakeLast(MaxSamples)] }
        : step with { Cached = step.Cached + 1 };

    private static ServiceEntry Add(ServiceEntry? earlier, ServiceEntry sample) => earlier is null
        ? sample
        : sample with { Setup = [.. earlier.Setup.Concat(sample.Setup).TakeLast(MaxSamples)], Finish = [.. earlier.Finish.Concat(sample.Finish).TakeLast(MaxSamples)] };
}
