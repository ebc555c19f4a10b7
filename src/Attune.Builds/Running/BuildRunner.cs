using Attune.Builds.Events;

namespace Attune.Builds.Running;

/// <summary>Builds several services beside each other, never more than the policy allows. The sink must take events from any thread.</summary>
internal sealed class BuildRunner(IServiceSolver solver, IBuildSink sink, TimeProvider clock)
{
    public async Task<BuildResult> RunAsync(IReadOnlyList<BuildJob> jobs, RunPolicy policy, CancellationToken cancellationToken)
    {
        var queue = new JobQueue(jobs, policy.Order);
        var begun = clock.GetTimestamp();
        sink.Publish(new BuildStarted(clock.GetUtcNow(), [.. jobs.Select(j => j.Service)], policy.MaxParallel));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new Dictionary<string, ServiceResult>();
        var running = new List<Task<ServiceResult>>();
        while (true)
        {
            while (!stop.IsCancellationRequested && running.Count < policy.MaxParallel && queue.TakeReady() is { } job)
                running.Add(RunAsync(job, stop.Token));
            if (running.Count == 0)
                break;

            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            var result = await ended;
            Finish(result, results);
            if (result.Outcome is ServiceOutcome.Built or ServiceOutcome.Cached)
                queue.MarkBuilt(result.Service);
            else
                queue.MarkFailed(result.Service);
            if (result.Outcome == ServiceOutcome.Failed && policy.OnFailure == FailurePolicy.FailFast)
                await stop.CancelAsync();
            foreach (var orphan in queue.TakeOrphans())
                Finish(NotRun(orphan), results);
        }

        foreach (var job in queue.TakeRest())
            Finish(NotRun(job), results);
        var build = new BuildResult([.. jobs.Select(j => results[j.Service])], clock.GetElapsedTime(begun));
        sink.Publish(new BuildFinished(clock.GetUtcNow(), build));
        return build;
    }

    private async Task<ServiceResult> RunAsync(BuildJob job, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        sink.Publish(new ServiceStarted(clock.GetUtcNow(), job.Service));
        try
        {
            return await solver.SolveAsync(job.Service, sink.Publish, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(job.Service, ServiceOutcome.Cancelled, clock.GetElapsedTime(begun), default);
        }
    }

    private static ServiceResult NotRun(BuildJob job) => new(job.Service, ServiceOutcome.NotRun, TimeSpan.Zero, default);

    private void Finish(ServiceResult result, Dictionary<string, ServiceResult> results)
    {
        results[result.Service] = result;
        sink.Publish(new ServiceFinished(clock.GetUtcNow(), result));
    }
}
