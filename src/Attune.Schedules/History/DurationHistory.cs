using System.Collections.Immutable;
using Attune.Schedules.Contention;
using Attune.Schedules.Filling;

namespace Attune.Schedules.History;

/// <summary>What earlier runs of a project's build took.</summary>
public sealed class DurationHistory
{
    private readonly Dictionary<StepKey, StepEntry> _steps;
    private readonly Dictionary<string, ServiceEntry> _services;

    internal DurationHistory(HistoryDocument document)
    {
        Document = document;
        _steps = document.Steps.GroupBy(s => new StepKey(s.Service, s.Stage, s.Digest)).ToDictionary(s => s.Key, s => s.Last());
        _services = document.Services.GroupBy(s => s.Service, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Last(), StringComparer.Ordinal);
        Slowdown = Calibration.SlowdownOf(document);
    }

    /// <summary>That of a project that was never built.</summary>
    public static DurationHistory Empty { get; } = new(new(HistoryDocument.CurrentVersion, 0, [], [], []));

    /// <summary>How many runs of the build are remembered.</summary>
    public int Runs => Document.Runs.Count;

    /// <summary>How many cores the engine had in the last run; 0 when that isn't known.</summary>
    public int Cpus => Document.Cpus;

    /// <summary>Who waited how long for which cache, in the last run in which a step with a cache mount ran; empty without one.</summary>
    public ImmutableArray<MeasuredWait> LockWaits =>
        [.. (Document.Runs.LastOrDefault(r => r.Executed > 0)?.Waits ?? []).Select(w => new MeasuredWait(w.Service, w.Cache, TimeSpan.FromSeconds(w.Seconds)))];

    internal HistoryDocument Document { get; }

    /// <summary>How much each further working step slows a step down: 0 not at all, 1 by its whole time.</summary>
    internal double Slowdown { get; }

    /// <summary>Reads the history of a project.</summary>
    /// <param name="path">Its file, see <see cref="HistoryFile.PathFor"/>.</param>
    /// <returns>Null when there is none, or none that can be read.</returns>
    public static DurationHistory? TryLoad(string path) => new HistoryFile(path).Load(_ => { }) is { Runs: > 0 } history ? history : null;

    /// <summary>How long a step works when it runs alone: the median of its latest runs; null when it never ran.</summary>
    public TimeSpan? TimeOf(StepKey step) => _steps.GetValueOrDefault(step) is { Samples: [_, ..] samples } ? TimeOf(samples) : null;

    /// <summary>How long a step works when it runs alone and finds its caches so: the median of such runs; null when there was none.</summary>
    public TimeSpan? TimeOf(StepKey step, CacheFill fill) =>
        _steps.GetValueOrDefault(step)?.Samples.Where(s => s.Fill == fill).ToList() is [_, ..] samples ? TimeOf(samples) : null;

    /// <summary>Whether a step was taken from the cache in the last run that it was part of.</summary>
    public bool WasCached(StepKey step) => _steps.GetValueOrDefault(step) is { Cached: > 0 };

    internal TimeSpan? SetupOf(string service) => TimeOf(_services.GetValueOrDefault(service)?.Setup);

    internal TimeSpan? FinishOf(string service) => TimeOf(_services.GetValueOrDefault(service)?.Finish);

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private TimeSpan TimeOf(IEnumerable<StepSample> samples) => TimeSpan.FromSeconds(Median(samples.Select(s => s.Seconds / Calibration.Factor(s.Load, Slowdown))));

    private static TimeSpan? TimeOf(IReadOnlyList<double>? seconds) => seconds is [_, ..] ? TimeSpan.FromSeconds(Median(seconds)) : null;
}

/// <summary>How long a service waited for a cache in a run.</summary>
/// <param name="Service">The service.</param>
/// <param name="Cache">The cache's id.</param>
/// <param name="Duration">How long.</param>
public sealed record MeasuredWait(string Service, string Cache, TimeSpan Duration);
