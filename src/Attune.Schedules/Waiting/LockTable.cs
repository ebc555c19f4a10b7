using Attune.Dockerfiles.Mounts;
using Attune.Schedules.Contention;

namespace Attune.Schedules.Waiting;

/// <summary>
/// Who has which cache, as far as it can be known: a step that printed has its own; else who came first has it. When a cache becomes free and
/// several wait, the engine gives it to whichever looks first (buildkit: solver/llbsolver/mounts/mount.go), so nobody is believed to have it
/// until one of them prints, ends, or is the only one left.
/// </summary>
internal sealed class LockTable
{
    // Steps that start closer together than this may have come to the lock in either order.
    private static readonly TimeSpan _together = TimeSpan.FromMilliseconds(250);

    private readonly List<ActiveStep> _steps = [];
    private readonly Dictionary<CacheIdentity, DateTimeOffset> _freedAt = [];

    public IReadOnlyList<ActiveStep> Steps => _steps;

    public void Start(ActiveStep step)
    {
        _steps.Add(step);
        Advance(step, step.Started);
    }

    /// <summary>Takes note that a step works.</summary>
    public void Prove(ActiveStep step)
    {
        if (step.IsProven)
            return;
        step.IsProven = true;
        foreach (var claim in step.Claims.Where(c => c.Sharing == CacheSharing.Locked))
            foreach (var mistaken in _steps.Where(s => s != step && !s.IsProven && s.Has(claim.Cache)).ToList())
                Dispossess(mistaken, claim.Cache);
        step.Taken = step.Claims.Length;
    }

    /// <summary>
    /// When a step that has its caches came to them: when the last of them became free, which may be long before anything told who got it. None
    /// became free since it came: it never waited, and what was believed to be in its way was not.
    /// </summary>
    public DateTimeOffset WorkedSince(ActiveStep step)
    {
        var freed = step.Claims.Select(c => _freedAt.GetValueOrDefault(c.Cache)).DefaultIfEmpty().Max();
        return freed > step.WaitsSince ? freed : step.WaitsSince ?? step.Started;
    }

    /// <summary>Removes a step and gives its caches to the one that waits for them, if it is only one.</summary>
    /// <param name="step">The step.</param>
    /// <param name="at">When.</param>
    public void End(ActiveStep step, DateTimeOffset at)
    {
        _steps.Remove(step);
        foreach (var claim in step.Claims.Take(step.Taken))
            _freedAt[claim.Cache] = at;
        foreach (var waiting in _steps.Where(s => s.Wanted is not null).ToList())
            Advance(waiting, at);
    }

    /// <summary>Whether two steps came so close to each other that either may be the one that has the cache.</summary>
    public static bool MayBeEither(ActiveStep waiting, ActiveStep holder) =>
        !holder.IsProven && (waiting.Started - holder.Started).Duration() < _together;

    private void Advance(ActiveStep step, DateTimeOffset at)
    {
        while (step.Wanted is { } wanted)
        {
            var isFree = wanted.Sharing != CacheSharing.Locked || !_steps.Any(s => s != step && s.Has(wanted.Cache));
            var isOnlyOne = wanted.Sharing != CacheSharing.Locked || !_steps.Any(s => s != step && s.WaitsSince is not null && s.Wanted?.Cache == wanted.Cache);
            if (!isFree || !isOnlyOne)
            {
                step.WaitsSince ??= at;
                return;
            }

            step.Taken++;
        }
    }

    private static void Dispossess(ActiveStep step, CacheIdentity cache)
    {
        step.Taken = step.Claims.TakeWhile(c => c.Cache != cache).Count();
        step.WaitsSince ??= step.Started;
    }
}
