using Attune.Builds;
using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Projects;
using Attune.Schedules.Contention;
using Attune.Schedules.Filling;
using Attune.Schedules.History;
using Attune.Schedules.Ordering;
using Attune.Schedules.Waiting;

namespace Attune.Schedules;

/// <summary>Builds services in an order that knows their locks, tells who waits for whom, and remembers what everything took.</summary>
/// <param name="builder">Builds.</param>
/// <param name="engine">Where.</param>
/// <param name="file">Where durations are kept.</param>
/// <param name="note">Told what goes wrong with that file; no build fails by it.</param>
public sealed class ScheduledBuild(ProjectBuilder builder, BuildEngine engine, HistoryFile file, Action<string> note)
{
    /// <summary>Builds every service of the plan, as <see cref="ProjectBuilder.BuildAsync"/> does.</summary>
    /// <param name="plan">What.</param>
    /// <param name="options">How each.</param>
    /// <param name="policy">How beside each other; with one at a time the order is that of the compose file.</param>
    /// <param name="sink">Told what happens, lock waits among it.</param>
    /// <param name="cancellationToken">Ends every solve on the engine.</param>
    public async Task<BuildResult> BuildAsync(
        BuildPlan plan, BuildOptions options, RunPolicy policy, IBuildSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(policy);
        var model = ContentionModel.Of(plan);
        var history = new Lazy<DurationHistory>(() => file.Load(note));
        var recorder = new RunRecorder(model);
#pragma warning disable CA2000 // Dispose objects before losing scope: the sink inside belongs to the caller.
        var watch = new LockWatch(model, new RecordingSink(recorder, sink));
#pragma warning restore CA2000
        if (policy.MaxParallel > 1 && plan.Services.Length > 1)
        {
            var durations = new BuildDurations(model, history.Value, options.LayerCache);
            policy = policy with { Order = ScheduleChoice.Of(model, durations, policy.MaxParallel).Create(model, durations, watch.HasEnded) };
        }

        var result = await builder.BuildAsync(plan, options, policy, watch, cancellationToken);
        // A run that found everything cached has nothing to teach, nor has one of steps that are made up anew each time.
        if (options.Images == ImagePolicy.Export && result.Services.Any(s => s.Outcome == ServiceOutcome.Built))
            await SaveAsync(recorder, cancellationToken);
        return watch.Complete(result);
    }

    private async Task SaveAsync(RunRecorder recorder, CancellationToken cancellationToken)
    {
        // After the builds: while an engine measures its caches, a shared one that a step wants is taken, and the step gets another.
        // https://github.com/moby/buildkit/blob/v0.8.3/cache/manager.go, DiskUsage
        var caches = recorder.HasUsedCaches ? await KeptCaches.ReadAsync(engine.Client, cancellationToken) : null;
        // Added to what is there now: another engine's share of the same build may have ended meanwhile.
        file.Save(recorder.AddTo(file.Load(note), caches, engine.Engine.Cpus), note);
    }
}
