using System.Globalization;
using Nuke.Common.Execution;

namespace Nuke.Common.Display;

/// <summary>The table at the end of a run.</summary>
internal static class Summary
{
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;

    public static void Write(NukeBuild build)
    {
        foreach (var (text, paint) in Lines(build.ExecutionPlan))
            NukeBuild.Host.Write(text, paint);
        Host.Debug();
        var now = DateTime.Now.ToString(CultureInfo.CurrentCulture);
        if (build.IsSucceeding)
            NukeBuild.Host.Write($"Build succeeded on {now}. ＼（＾ᴗ＾）／", Paint.Success);
        else
            NukeBuild.Host.Write($"Build failed on {now}. (╯°□°）╯︵ ┻━┻", Paint.Error);
    }

    public static IEnumerable<(string Text, Paint Paint)> Lines(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var nameWidth = Math.Max(plan.Max(target => target.Name.Length) + 4, 19);
        var width = nameWidth + StatusWidth + DurationWidth;
        yield return ("", Paint.Debug);
        yield return (new string('═', width), Paint.Debug);
        yield return (Line("Target", "Status", "Duration"), Paint.Information);
        yield return (new string('─', width), Paint.Debug);
        foreach (var target in plan.Where(target => target.Status != ExecutionStatus.Collective))
            yield return (Line(target.Name, target.Status.ToString(), Duration(target)) + Information(target), PaintOf(target.Status));
        yield return (new string('─', width), Paint.Debug);
        yield return (Line("Total", "", Format(TimeSpan.FromTicks(plan.Sum(target => target.Duration.Ticks)))), Paint.Information);
        yield return (new string('═', width), Paint.Debug);

        string Line(string name, string status, string duration) =>
            name.PadRight(nameWidth) + status.PadRight(StatusWidth) + duration.PadLeft(DurationWidth);
    }

    internal static string Format(TimeSpan duration) =>
        $"{(int)duration.TotalMinutes}:{duration:ss}".Replace("0:00", "< 1sec", StringComparison.Ordinal);

    private static string Duration(ExecutableTarget target) =>
        target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted ? Format(target.Duration) : "";

    private static string Information(ExecutableTarget target) =>
        target.SummaryInformation.Count == 0 ? "" : "   // " + string.Join(", ", target.SummaryInformation.Select(pair => $"{pair.Key}: {pair.Value}"));

    private static Paint PaintOf(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => Paint.Success,
        ExecutionStatus.Failed => Paint.Error,
        ExecutionStatus.Aborted or ExecutionStatus.NotRun => Paint.Warning,
        _ => Paint.Debug,
    };
}
