using Attune.Source;

namespace Attune.Builds.Running;

/// <summary>Which jobs can start, given which have ended; which of them does, its order decides.</summary>
internal sealed class JobQueue
{
    private readonly List<BuildJob> _waiting;
    private readonly HashSet<string> _unbuilt;
    private readonly HashSet<string> _failed = [];
    private readonly List<string> _running = [];
    private readonly IBuildOrder _order;

    public JobQueue(IReadOnlyList<BuildJob> jobs, IBuildOrder order)
    {
        _order = order;
        _waiting = [.. jobs];
        _unbuilt = [.. jobs.Select(j => j.Service)];
        RejectCycles(jobs);
    }

    /// <summary>Takes the next job whose predecessors are all built; null when there is none, or none should start now.</summary>
    public BuildJob? TakeReady()
    {
        BuildJob[] ready = [.. _waiting.Where(j => !j.After.Any(_unbuilt.Contains))];
        if (ready is [])
            return null;
        var chosen = _order.Next(new([.. ready.Select(j => j.Service)], [.. _running]));
        // Whatever the order says, a build never stands still.
        var job = Array.Find(ready, j => j.Service == chosen) ?? (_running.Count == 0 ? ready[0] : null);
        if (job is null)
            return null;
        _waiting.Remove(job);
        _running.Add(job.Service);
        return job;
    }

    /// <summary>Takes the jobs that can't be built any more, since one they start from failed.</summary>
    public IReadOnlyList<BuildJob> TakeOrphans()
    {
        var orphans = new List<BuildJob>();
        while (_waiting.Find(j => j.After.Any(_failed.Contains)) is { } orphan)
        {
            _waiting.Remove(orphan);
            _failed.Add(orphan.Service);
            orphans.Add(orphan);
        }

        return orphans;
    }

    /// <summary>Takes all jobs that have not started.</summary>
    public IReadOnlyList<BuildJob> TakeRest()
    {
        BuildJob[] rest = [.. _waiting];
        _waiting.Clear();
        return rest;
    }

    public void MarkBuilt(string service)
    {
        _running.Remove(service);
        _unbuilt.Remove(service);
    }

    public void MarkFailed(string service)
    {
        _running.Remove(service);
        _failed.Add(service);
    }

    private static void RejectCycles(IReadOnlyList<BuildJob> jobs)
    {
        var byName = jobs.ToDictionary(j => j.Service);
        var done = new HashSet<string>();
        foreach (var job in jobs)
            Visit(job, []);

        void Visit(BuildJob job, List<string> path)
        {
            if (path.IndexOf(job.Service) is var start and >= 0)
                throw new UserErrorException(
                    $"Services are built from each other's images in a circle: {string.Join(" -> ", path[start..].Append(job.Service))}",
                    "Remove one of the additional_contexts entries.");
            if (done.Contains(job.Service))
                return;
            path.Add(job.Service);
            foreach (var other in job.After.Select(byName.GetValueOrDefault).OfType<BuildJob>())
                Visit(other, path);
            path.RemoveAt(path.Count - 1);
            done.Add(job.Service);
        }
    }
}
