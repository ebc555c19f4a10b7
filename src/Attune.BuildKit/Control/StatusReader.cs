using Attune.BuildKit.Wire;
using Google.Protobuf.WellKnownTypes;

namespace Attune.BuildKit.Control;

/// <summary>Turns messages of the status stream into updates, in their order: vertices, counts, output, warnings.</summary>
internal static class StatusReader
{
    private const long StandardError = 2;

    public static IEnumerable<SolveUpdate> Read(StatusResponse response) =>
    [
        .. response.Vertexes.Select(Read),
        .. response.Statuses.Select(Read),
        .. response.Logs.Select(Read),
        .. response.Warnings.Select(Read),
    ];

    private static VertexChanged Read(Vertex vertex) => new()
    {
        Digest = vertex.Digest,
        Name = vertex.Name,
        Inputs = [.. vertex.Inputs],
        Started = Time(vertex.Started),
        Completed = Time(vertex.Completed),
        IsCached = vertex.Cached,
        Error = vertex.Error.Length > 0 ? ErrorText.Clean(vertex.Error) : null,
    };

    private static VertexStatus Read(VertexProgress progress) => new()
    {
        Digest = progress.Vertex,
        Id = progress.Id,
        Current = progress.Current,
        Total = progress.Total,
        Started = Time(progress.Started),
        Completed = Time(progress.Completed),
    };

    private static VertexLog Read(VertexOutput output) => new(
        output.Vertex, Time(output.Timestamp) ?? default, output.Stream == StandardError ? LogStream.Error : LogStream.Out, output.Msg.Memory);

    private static VertexWarning Read(Warning warning) => new(
        warning.Vertex,
        warning.Short.ToStringUtf8(),
        [.. warning.Detail.Select(d => d.ToStringUtf8())],
        warning.Url.Length > 0 ? warning.Url : null,
        ErrorSource.Of(warning.Info?.Filename, warning.Ranges.Select(r => (r.Start?.Line ?? 0, r.End?.Line ?? 0))));

    private static DateTimeOffset? Time(Timestamp? time) => time?.ToDateTimeOffset();
}
