using System.Globalization;

using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Results;
using Attune.Reports.Text;

namespace Attune.Reports.Live;

/// <summary>Draws the lines of one service.</summary>
internal sealed class ServiceRow(BuildModel model, DateTimeOffset now, ServiceLayout layout, Glyphs glyphs)
{
    /// <summary>A service's line.</summary>
    public StyledLine Render(ServiceModel service)
    {
        if (service.Result is { } result)
            return Finished(service, result);
        if (service.Started is not { } started)
            return new([new(glyphs.Waiting + " ", Tone.Dim), Name(service), new("waiting", Tone.Dim)]);
        var step = RunningStep(service);
        var more = service.Steps.Count(s => s.Step.State == StepState.Running) - 1;
        var left = new StyledLine([new(glyphs.Spin(now - started) + " ", Tone.Active), Name(service), new(Activity(service, step, more))]);
        return layout.Spread(left, Facts(service, step, started));
    }

    /// <summary>The last line that a service's running step printed, or null.</summary>
    public StyledLine? Log(ServiceModel service) =>
        service.IsRunning && RunningStep(service) is { LastLine: { Length: > 0 } line } step && model.Owns(service.Name, step.Step.Id)
            ? StyledLine.Of(new string(' ', layout.TextStart) + line.TrimStart(), Tone.Dim)
            : null;

    /// <summary>One line for many finished services.</summary>
    public StyledLine Finished(IReadOnlyCollection<ServiceModel> services)
    {
        var outcomes = services.CountBy(s => s.Result!.Outcome).OrderBy(o => o.Key)
            .SelectMany(o => (StyledText[])[new(glyphs.Of(o.Key), Outcomes.Tone(o.Key)), new($" {o.Value} {Outcomes.Word(o.Key)}  ")]);
        return new([.. outcomes]);
    }

    /// <summary>One line for many services that wait.</summary>
    public StyledLine Waiting(IReadOnlyCollection<ServiceModel> services) =>
        StyledLine.Of($"{glyphs.Waiting} {services.Count} waiting: {string.Join(", ", services.Select(s => s.Name))}", Tone.Dim);

    /// <summary>The line after the last running service that has a line.</summary>
    public StyledLine More(int count) => StyledLine.Of($"{glyphs.Waiting} {count} more running", Tone.Dim);

    // A step of the Dockerfile says more than the frontend's own; of several the oldest, so that the line doesn't jump.
    private static StepModel? RunningStep(ServiceModel service) => service.Steps
        .Where(s => s.Step.State == StepState.Running)
        .OrderBy(s => s.Name.Kind == StepKind.Internal)
        .ThenBy(s => s.RunningSince)
        .FirstOrDefault();

    private StyledText Name(ServiceModel service) =>
        new(CellWidth.PadEnd(CellWidth.Fit(service.Name, layout.NameWidth), layout.NameWidth) + "  ", Tone.Strong);

    private StyledLine Finished(ServiceModel service, ServiceResult result)
    {
        var tone = Outcomes.Tone(result.Outcome);
        var left = new StyledLine([new(glyphs.Of(result.Outcome) + " ", tone), Name(service), new(Outcomes.Describe(result), tone)]);
        return result.Outcome == ServiceOutcome.NotRun ? left : layout.Spread(left, new StyledText(Durations.Format(result.Duration)));
    }

    private string Activity(ServiceModel service, StepModel? step, int more)
    {
        if (step is null)
            return "";
        var counts = step.Counters.Values.Aggregate((Current: 0L, Total: 0L), (sum, c) => (sum.Current + c.Current, sum.Total + c.Total));
        var detail = step.Name.Command == "load build context" && service.Sent.FilesSent > 0 ? Sent(service.Sent)
            : counts.Total > 0 ? $"{ByteSize.Format(counts.Current)}/{ByteSize.Format(counts.Total)}"
            : counts.Current > 0 ? ByteSize.Format(counts.Current)
            : "";
        var shared = model.OwnerOf(step.Step.Id) is { } owner && owner != service.Name ? $"(with {owner}) " : "";
        return shared + (more > 0 ? $"(+{more}) " : "") + (detail.Length > 0 ? $"{detail} " : "") + step.Name.Full;
    }

    private StyledText[] Facts(ServiceModel service, StepModel? step, DateTimeOffset started)
    {
        var facts = new List<StyledText>();
        if (layout.ShowsSent)
            facts.Add(Fact(service.Sent.FilesSent > 0 ? glyphs.Sent + Sent(service.Sent) : "", ServiceLayout.SentWidth, Tone.Dim));
        if (layout.ShowsCached)
            facts.Add(Fact(service.CachedSteps > 0 ? $"{service.CachedSteps} cached" : "", ServiceLayout.CachedWidth, Tone.Dim));
        if (layout.ShowsStepTime)
            facts.Add(Fact(step?.RunningSince is { } since ? Durations.Format(now - since) : "", ServiceLayout.TimeWidth, Tone.Active));
        facts.Add(Fact(Durations.Format(now - started), ServiceLayout.TimeWidth, Tone.Plain));
        return [.. facts];
    }

    private static StyledText Fact(string text, int width, Tone tone) => new("  " + CellWidth.PadStart(text, width), tone);

    private static string Sent(TransferCount count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count.FilesSent} {(count.FilesSent == 1 ? "file" : "files")} {ByteSize.Format(count.BytesSent)}");
}
