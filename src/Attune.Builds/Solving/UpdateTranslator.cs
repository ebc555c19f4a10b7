using System.Text;
using Attune.BuildKit.Control;
using Attune.Builds.Events;
using Attune.Projects;

namespace Attune.Builds.Solving;

/// <summary>Turns what BuildKit says of one solve into events of its service.</summary>
internal sealed class UpdateTranslator(ServicePlan service, TimeProvider clock)
{
    // A log message may end within a character.
    private readonly Dictionary<(string Digest, LogStream Stream), Decoder> _decoders = [];

    public BuildEvent? Translate(SolveUpdate update) => update switch
    {
        VertexChanged vertex => new StepChanged(
            clock.GetUtcNow(), service.Name, new(vertex.Digest, vertex.Name, StateOf(vertex), vertex.Started, vertex.Completed, vertex.Error)),
        VertexLog log => new StepOutput(
            clock.GetUtcNow(), service.Name, log.Digest, log.Stream == LogStream.Error ? OutputStream.Error : OutputStream.Out, Decode(log)),
        VertexStatus status => new StepProgressed(
            clock.GetUtcNow(), service.Name, status.Digest, status.Id, status.Current, status.Total,
            status.Completed is null ? Completion.Running : Completion.Completed),
        VertexWarning warning => new WarningRaised(
            clock.GetUtcNow(), service.Name, warning.Message, StepLocator.Locate(service.Document, warning.Source), warning.Url),
        _ => null,
    };

    private static StepState StateOf(VertexChanged vertex) => vertex switch
    {
        { Error: { } error } => error.Contains("context canceled", StringComparison.Ordinal) ? StepState.Cancelled : StepState.Failed,
        { IsCached: true } => StepState.Cached,
        { Completed: not null } => StepState.Done,
        { Started: not null } => StepState.Running,
        _ => StepState.Waiting,
    };

    private string Decode(VertexLog log)
    {
        if (!_decoders.TryGetValue((log.Digest, log.Stream), out var decoder))
            _decoders[(log.Digest, log.Stream)] = decoder = Encoding.UTF8.GetDecoder();
        var characters = new char[Encoding.UTF8.GetMaxCharCount(log.Bytes.Length)];
        return new(characters, 0, decoder.GetChars(log.Bytes.Span, characters, flush: false));
    }
}
