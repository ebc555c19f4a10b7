using Attune.Schedules.Contention;
using Attune.Schedules.History;

namespace Attune.Schedules.Simulation;

/// <summary>The activities of one service, linked.</summary>
internal sealed record ActivityGraph(Activity Setup, IReadOnlyList<Activity> Steps, Activity Finish)
{
    public static ActivityGraph Of(ServiceSteps service, BuildDurations durations)
    {
        var setup = new Activity(service.Service, durations.SetupOf(service.Service).TotalSeconds);
        var finish = new Activity(service.Service, durations.FinishOf(service.Service).TotalSeconds);
        var steps = new List<Activity>();
        foreach (var planned in service.Steps)
        {
            var step = new Activity(service.Service, durations.Of(planned).TotalSeconds) { Step = planned };
            foreach (var needed in planned.Needs.Select(n => steps[n]).DefaultIfEmpty(setup))
                Link(needed, step);
            steps.Add(step);
        }

        foreach (var last in steps.Append(setup).Where(a => a.Next.Count == 0).ToList())
            Link(last, finish);
        return new(setup, steps, finish);
    }

    private static void Link(Activity first, Activity second)
    {
        first.Next.Add(second);
        second.Missing++;
    }
}
