using Attune.Dockerfiles.Mounts;
using Attune.Schedules.Contention;

namespace Attune.Schedules.Simulation;

/// <summary>Who has which caches, and who looks for them again when.</summary>
internal sealed class SimulatedCaches
{
    private static readonly double _poll = SimulatedEngine.Poll.TotalSeconds;

    private readonly Dictionary<CacheIdentity, List<Activity>> _users = [];
    private readonly List<Activity> _waiting = [];

    /// <summary>Takes the caches that an activity still lacks, one after the other; false when it has to wait for one.</summary>
    public bool TryTake(Activity activity, double now)
    {
        while (activity.Wanted is { } claim)
        {
            var holder = HolderFor(claim, activity);
            if (holder is not null)
            {
                if (activity.WaitsSince < 0)
                {
                    activity.WaitsSince = now;
                    _waiting.Add(activity);
                }

                Note(activity, claim, holder, now);
                return false;
            }

            (_users.TryGetValue(claim.Cache, out var users) ? users : _users[claim.Cache] = []).Add(activity);
            activity.Taken++;
        }

        CloseWait(activity, now);
        _waiting.Remove(activity);
        return true;
    }

    /// <summary>How long until a waiting activity looks again and finds its cache free, and which one.</summary>
    public (double Delay, Activity? Next) NextPoll(double now)
    {
        (double Delay, Activity? Next) first = (double.PositiveInfinity, null);
        foreach (var activity in _waiting.Where(a => HolderFor(a.Wanted!, a) is null))
        {
            var sinceLast = (now - activity.WaitsSince) % _poll;
            if (_poll - sinceLast < first.Delay)
                first = (_poll - sinceLast, activity);
        }

        return first;
    }

    public void Release(Activity activity, double now)
    {
        if (activity.Step is null || activity.Taken == 0)
            return;
        foreach (var claim in activity.Step.Claims)
            _users[claim.Cache].Remove(activity);
        foreach (var waiting in _waiting.Where(w => w.Waits is [.., var last] && last.Holder == activity.Service && last.End < 0))
            CloseWait(waiting, now);
        foreach (var waiting in _waiting.Where(w => w.Wanted is not null && HolderFor(w.Wanted, w) is not null))
            Note(waiting, waiting.Wanted!, HolderFor(waiting.Wanted!, waiting)!, now);
    }

    private Activity? HolderFor(CacheClaim claim, Activity activity) => claim.Sharing == CacheSharing.Locked
        ? _users.GetValueOrDefault(claim.Cache)?.Find(u => u != activity)
        : null;

    private static void Note(Activity activity, CacheClaim claim, Activity holder, double now)
    {
        if (activity.Waits is [.., { End: < 0 } open])
        {
            if (open.Holder == holder.Service && open.Cache == claim.Cache.DisplayId)
                return;
            CloseWait(activity, now);
        }

        activity.Waits.Add((claim.Cache.DisplayId, holder.Service, now, -1));
    }

    private static void CloseWait(Activity activity, double now)
    {
        if (activity.Waits is [.., { End: < 0 } open])
            activity.Waits[^1] = open with { End = now };
    }
}
