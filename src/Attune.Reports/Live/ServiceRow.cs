using System.Globalization;

using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Results;
using Attune.Reports.Text;
using Attune.Source;

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
        var left = new StyledLine([new(glyphs.Spin(now - started) + " ", Tone.Active), Name(service), .. On(service.Engine), new(Activity(service, step, more))]);
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
        var outcomes = services.CountBy(s => s.Result!.Outcome).OrderBy(o => o.Key);
        return new([.. outcomes.SelectMany((o, i) => (StyledText[])
        [
            new($"{(i == 0 ? "" : "  ")}{glyphs.Of(o.Key)} ", Outcomes.Tone(o.Key)),
            new($"{o.Value} {Outcomes.Word(o.Key)}"),
        ])]);
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

    private static StyledText[] On(string? engine) => engine is null ? [] : [new(engine + "  ", Tone.Dim)];

    private StyledLine Finished(ServiceModel service, ServiceResult result)
    {
        var tone = Outcomes.Tone(result.Outcome);
        var left = new StyledLine([new(glyphs.Of(result.Outcome) + " ", tone), Name(service), .. On(result.Engine), new(Outcomes.Describe(result), tone)]);
        return result.Outcome == ServiceOutcome.NotRun ? left : layout.Spread(left, new StyledText(Durations.Format(result.Duration)));
    }

    private string Activity(ServiceModel service, StepModel? step, int more)
    {
        if (step is null)
            return service.Steps.IsEmpty ? "starting" : "";
        var shared = model.OwnerOf(step.Step.Id) is { } owner && owner != service.Name ? $"(with {owner})" : "";
        var parallel = more > 0 ? $"(+{more})" : "";
        if (step.Wait is { Holder: { } holder } wait)
            return $"waits for {wait.Cache}, held by {holder} ({Durations.Format(now - wait.Since)})";

        // What changes stands before the command, which may be cut.
        string[] words = [step.Name.Tag, parallel, shared, Progress(service, step), step.Name.Command];
        return string.Join(' ', words.Where(w => w.Length > 0));
    }

    private static string Progress(ServiceModel service, StepModel step)
    {
        if (step.Name is { Kind: StepKind.Internal, Command: "load build context" } && service.Sent.FilesSent > 0)
            return Sent(service.Sent);
        var current = step.Counters.Values.Sum(c => c.Current);
        var total = step.Counters.Values.Sum(c => c.Total);
        return total > 0 ? $"{ByteSize.Format(current)}/{ByteSize.Format(total)}" : current > 0 ? ByteSize.Format(current) : "";
    }

    private StyledText[] Facts(ServiceModel service, StepModel? step, DateTimeOffset started)
    {
        var facts = new List<(string Text, int Width, Tone Tone)>();
        if (layout.ShowsSent)
            facts.Add((service.Sent.FilesSent > 0 ? glyphs.Sent + Sent(service.Sent) : "", ServiceLayout.SentWidth, Tone.Dim));
        if (layout.ShowsCached)
            facts.Add((service.CachedSteps > 0 ? $"{service.CachedSteps} cached" : "", ServiceLayout.CachedWidth, Tone.Dim));
        if (layout.ShowsStepTime)
            facts.Add((step?.RunningSince is { } since ? Durations.Format(now - since) : "", ServiceLayout.TimeWidth, Tone.Active));
        facts.Add((Durations.Format(now - started), ServiceLayout.TimeWidth, Tone.Plain));

        // Columns that begin empty leave their room to the step.
        return [.. facts.SkipWhile(f => f.Text.Length == 0)
            .Select((f, i) => new StyledText((i == 0 ? "" : "  ") + CellWidth.PadStart(f.Text, f.Width), f.Tone))];
    }

    private static string Sent(TransferCount count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count.FilesSent} {(count.FilesSent == 1 ? "file" : "files")} {ByteSize.Format(count.BytesSent)}");
}
