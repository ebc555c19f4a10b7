namespace Attune.Schedules.Simulation;

/// <summary>Reads what a simulation did.</summary>
internal static class Prediction
{
    private const double Unnoticeable = 0.01;

    public static PredictedService Of(ActivityGraph graph) => new(graph.Setup.Service, Time(graph.Setup.Start), graph.Finish.End < 0 ? null : Time(graph.Finish.End))
    {
        Steps = [.. graph.Steps.Where(a => a.Start >= 0 && (a.End < 0 || a.End - a.Start > Unnoticeable)).OrderBy(a => a.Start).Select(Of)],
    };

    private static PredictedStep Of(Activity activity)
    {
        var workFrom = activity.WorkFrom >= 0 ? activity.WorkFrom : activity.Start;
        return new(activity.Step!, Time(activity.Start), Time(workFrom), Time(Math.Max(activity.End, workFrom)))
        {
            SharedWith = activity.Runner?.Service,
            Waits = [.. activity.Waits.Select(w => new PredictedWait(w.Cache, w.Holder, Time(w.Start), Time(Math.Max(w.End, w.Start))))],
        };
    }

    private static TimeSpan Time(double seconds) => TimeSpan.FromSeconds(Math.Max(seconds, 0));
}
