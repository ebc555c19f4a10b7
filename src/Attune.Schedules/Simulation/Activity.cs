using Attune.Schedules.Contention;

namespace Attune.Schedules.Simulation;

/// <summary>Something that a service's build does for some time: a step, or what comes before or after all steps.</summary>
internal sealed class Activity(string service, double work)
{
    public string Service { get; } = service;

    public PlannedStep? Step { get; init; }

    /// <summary>The activities that can begin only after this one.</summary>
    public List<Activity> Next { get; } = [];

    /// <summary>How many activities must end before.</summary>
    public int Missing { get; set; }

    /// <summary>The seconds of work left, alone on the machine.</summary>
    public double Left { get; set; } = work;

    /// <summary>Whether it takes processor time from others of its kind.</summary>
    public bool IsHeavy => Step?.Keyword == "RUN";

    public double Start { get; set; } = -1;

    public double WorkFrom { get; set; } = -1;

    public double End { get; set; } = -1;

    /// <summary>The equal activity of another service that runs for this one too.</summary>
    public Activity? Runner { get; set; }

    public List<Activity> Followers { get; } = [];

    /// <summary>How many of its claims it has.</summary>
    public int Taken { get; set; }

    public CacheClaim? Wanted => Step is { } step && Taken < step.Claims.Length ? step.Claims[Taken] : null;

    /// <summary>Since when it has waited for something; it looks again each time a poll has passed.</summary>
    public double WaitsSince { get; set; } = -1;

    public List<(string Cache, string Holder, double Start, double End)> Waits { get; } = [];

}
