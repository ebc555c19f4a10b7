using Attune.Builds.Running;
using Attune.Schedules.Contention;
using Attune.Schedules.Filling;

namespace Attune.Schedules.History;

/// <summary>What each step of a model is expected to take: by what it took before, else by guess.</summary>
public sealed class BuildDurations
{
    private readonly DurationHistory _history;
    private readonly Dictionary<string, TimeSpan> _times = [];
    private readonly HashSet<StepKey> _cached = [];

    /// <summary>Looks every step up.</summary>
    /// <param name="model">The steps.</param>
    /// <param name="history">What they took.</param>
    /// <param name="policy">
    /// What is expected to run: with <see cref="LayerCachePolicy.Rerun"/> each RUN and what follows it; else also what copies files, as if they had changed.
    /// </param>
    /// <param name="caches">The engine's cache mounts: a step is expected to take what it took when it found its caches so; null takes all its runs.</param>
    public BuildDurations(ContentionModel model, DurationHistory history, LayerCachePolicy policy, KeptCaches? caches = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _history = history;
        foreach (var service in model.Services)
            MarkCached(service, policy);
        // A step that several services share has been measured for one of them.
        foreach (var same in model.Services.SelectMany(s => s.Steps).GroupBy(s => s.Identity, StringComparer.Ordinal))
        {
            var fill = caches?.FillOf(same.First()) ?? CacheFill.Unknown;
            var alike = same.Select(s => history.TimeOf(s.Key, fill)).OfType<TimeSpan>().ToList();
            var known = alike.Count > 0 ? alike : same.Select(s => history.TimeOf(s.Key)).OfType<TimeSpan>().ToList();
            _times[same.Key] = same.All(s => _cached.Contains(s.Key)) ? TimeSpan.Zero : known.Count > 0 ? known.Max() : DurationGuess.Of(same.First());
            if (_times[same.Key] < TimeSpan.FromSeconds(1))
                continue;
            Unknown += known.Count > 0 ? 0 : 1;
            Unlike += fill != CacheFill.Unknown && known.Count > 0 && alike.Count == 0 ? 1 : 0;
            Fill = (CacheFill)Math.Max((int)Fill, (int)fill);
        }
    }

    /// <summary>How many steps of some length were guessed.</summary>
    public int Unknown { get; }

    /// <summary>How many steps of some length never ran with their caches as they are now; what they took otherwise stands for it.</summary>
    public int Unlike { get; }

    /// <summary>What the steps of some length find in their caches: empty if one of them does.</summary>
    public CacheFill Fill { get; }

    /// <summary>How many earlier runs it rests on.</summary>
    public int Runs => _history.Runs;

    /// <summary>How much each further working step slows a step down: 0 not at all, 1 by its whole time.</summary>
    public double Slowdown => _history.Slowdown;

    /// <summary>How long a step works when it runs alone; zero when it will be cached.</summary>
    public TimeSpan Of(PlannedStep step) => _times[step?.Identity ?? throw new ArgumentNullException(nameof(step))];

    /// <summary>From the start of a service's solve to its first step.</summary>
    public TimeSpan SetupOf(string service) => _history.SetupOf(service) ?? DurationGuess.Setup;

    /// <summary>From a service's last step to the end of its solve.</summary>
    public TimeSpan FinishOf(string service) => _history.FinishOf(service) ?? DurationGuess.Finish;

    private void MarkCached(ServiceSteps service, LayerCachePolicy policy)
    {
        var runs = new bool[service.Steps.Length];
        for (var i = 0; i < runs.Length; i++)
        {
            var step = service.Steps[i];
            runs[i] = step.Keyword == "RUN" || step.Needs.Any(n => runs[n]) || (policy == LayerCachePolicy.Use && step.Keyword is ("COPY" or "ADD"));
            // What doesn't depend on any source (apt-get before the first COPY) was cached last time and will be again.
            if (policy == LayerCachePolicy.Use && step.Keyword == "RUN" && _history.WasCached(step.Key) && !step.Needs.Any(n => runs[n]))
                runs[i] = false;
            if (!runs[i])
                _cached.Add(step.Key);
        }
    }
}
