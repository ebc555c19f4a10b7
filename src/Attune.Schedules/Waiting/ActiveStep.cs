using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Schedules.Contention;

namespace Attune.Schedules.Waiting;

/// <summary>A step with cache mounts that the engine counts as running, and what is believed of it.</summary>
internal sealed class ActiveStep(string service, string stepId, PlannedStep planned, DateTimeOffset started)
{
    public PlannedStep Planned { get; } = planned;

    /// <summary>The service that it runs for, and those that wait for it to run for them too, by their own ids of it.</summary>
    public List<(string Service, string StepId)> Users { get; } = [(service, stepId)];

    public DateTimeOffset Started { get; } = started;

    public ImmutableArray<CacheClaim> Claims => Planned.Claims;

    /// <summary>How many of its claims it is believed to have.</summary>
    public int Taken { get; set; }

    /// <summary>It printed something, so it has all its claims: no container starts before.</summary>
    public bool IsProven { get; set; }

    public CacheClaim? Wanted => Taken < Claims.Length ? Claims[Taken] : null;

    /// <summary>Since when it waits, when it does.</summary>
    public DateTimeOffset? WaitsSince { get; set; }

    /// <summary>What was last said of it.</summary>
    public Builds.Events.LockWait? Reported { get; set; }

    public bool Has(CacheIdentity cache) => Claims.Take(Taken).Any(c => c.Cache == cache);

    public bool WaitsFor(ActiveStep other) => Wanted is { Sharing: CacheSharing.Locked } wanted && other != this && other.Has(wanted.Cache);
}
