using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Plain;

/// <summary>What to print about steps: each turn once, and a shared step's output for one service only.</summary>
internal sealed class PlainSteps
{
    private readonly Dictionary<(string Service, string Id), StepState> _announced = [];
    private readonly Dictionary<(string Service, string Id, OutputStream Stream), LineBuffer> _buffers = [];

    /// <summary>The lines about a step's new state.</summary>
    public IEnumerable<string> Change(StepChanged changed, BuildModel model)
    {
        var key = (changed.Service, changed.Step.Id);
        var before = _announced.GetValueOrDefault(key, StepState.Waiting);
        var state = changed.Step.State;

        // BuildKit may tell of an end, then of the start again, then of the same end.
        if (state <= StepState.Running ? before >= state : before == state)
            return [];
        _announced[key] = state;
        var step = model[changed.Service].Find(changed.Step.Id)!;
        var lines = state > StepState.Running ? Flush(changed.Service, step) : [];
        if (IsQuiet(step.Name) && state != StepState.Failed)
            return lines;
        return lines.Append(Describe(step, before, SharedWith(changed, model)));
    }

    /// <summary>The complete lines of a piece of output.</summary>
    public IEnumerable<string> Output(StepOutput output, BuildModel model)
    {
        if (!model.Owns(output.Service, output.StepId))
            return [];
        var key = (output.Service, output.StepId, output.Stream);
        var lines = new List<string>();
        _buffers[key] = _buffers.GetValueOrDefault(key, LineBuffer.Empty).Feed(output.Text, lines);
        return lines.Count == 0 ? [] : Prefixed(model[output.Service].Find(output.StepId)!, lines);
    }

    /// <summary>What a service's steps printed without a line break.</summary>
    public IEnumerable<string> Flush(ServiceModel service) => service.Steps.SelectMany(step => Flush(service.Name, step));

    private static bool IsQuiet(StepName name) => name.Kind == StepKind.Internal || name.Full.Length == 0;

    private static IEnumerable<string> Prefixed(StepModel step, List<string> lines) => lines.Select(line => $"{step.Name.Label} | {line}");

    private static string Describe(StepModel step, StepState before, string shared)
    {
        var took = step.Duration is { } duration ? Durations.Format(duration) : "an unknown time";
        var name = before == StepState.Running ? step.Name.Label : step.Name.Short;
        return step.Step.State switch
        {
            StepState.Running => name + shared,
            StepState.Cached => $"{name} CACHED",
            StepState.Done => $"{name} done in {took}",
            StepState.Failed => $"{name} FAILED after {took}: {CellWidth.Fit(TerminalText.Squeeze(step.Step.Error ?? "no reason given"), 160)}",
            StepState.Cancelled => $"{name} cancelled after {took}",
            _ => name,
        };
    }

    private static string SharedWith(StepChanged changed, BuildModel model) =>
        model.OwnerOf(changed.Step.Id) is { } owner && owner != changed.Service ? $" (shared with {TerminalText.Clean(owner)})" : "";

    private List<string> Flush(string service, StepModel step)
    {
        var lines = new List<string>();
        foreach (var stream in (ReadOnlySpan<OutputStream>)[OutputStream.Out, OutputStream.Error])
            if (_buffers.Remove((service, step.Step.Id, stream), out var buffer))
                buffer.Flush(lines);
        return [.. Prefixed(step, lines)];
    }
}
