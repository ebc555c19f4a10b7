using System.Text.Json;
using Attune.BuildKit.Wire;
using Google.Protobuf;
using Grpc.Core;

namespace Attune.BuildKit.Control;

/// <summary>
/// Reads where a build failed from the trailer <c>grpc-status-details-bin</c>: a google.rpc.Status whose details are JSON
/// (util/grpcerrors and solver/errdefs of moby/buildkit); 20.10 sends none.
/// </summary>
internal sealed record ErrorSource(SourceRange? Range, string? VertexDigest)
{
    private const string Trailer = "grpc-status-details-bin";

    private static readonly ErrorSource None = new(null, null);

    public static ErrorSource Of(RpcException error)
    {
        if (error.Trailers.GetValueBytes(Trailer) is not { } bytes)
            return None;
        try
        {
            var details = RpcStatus.Parser.ParseFrom(bytes).Details;
            // The innermost source comes last, and is the most exact.
            var range = details.Where(d => Names(d.TypeUrl, "Source")).Select(d => ReadRange(d.Value)).LastOrDefault(r => r is not null);
            var vertex = details.Where(d => Names(d.TypeUrl, "Vertex")).Select(d => ReadDigest(d.Value)).LastOrDefault(d => d is not null);
            return new(range, vertex);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or JsonException or InvalidOperationException)
        {
            // Details only add to a message that is there anyway.
            return None;
        }
    }

    /// <summary>The lines that ranges span; null without a file name or a line.</summary>
    public static SourceRange? Of(string? fileName, IEnumerable<(int Start, int End)> ranges)
    {
        var lines = ranges.Where(r => r.Start > 0).ToList();
        return string.IsNullOrEmpty(fileName) || lines.Count == 0
            ? null
            : new SourceRange(fileName, lines.Min(r => r.Start), lines.Max(r => Math.Max(r.Start, r.End)));
    }

    private static bool Names(string typeUrl, string type) => typeUrl.Contains("errdefs." + type, StringComparison.Ordinal);

    private static SourceRange? ReadRange(ByteString json)
    {
        using var source = JsonDocument.Parse(json.Memory);
        var root = source.RootElement;
        if (!root.TryGetProperty("info", out var info) || !root.TryGetProperty("ranges", out var ranges) || ranges.ValueKind != JsonValueKind.Array)
            return null;
        return Of(Text(info, "filename"), ranges.EnumerateArray().Select(r => (Line(r, "start"), Line(r, "end"))));
    }

    private static string? ReadDigest(ByteString json)
    {
        using var vertex = JsonDocument.Parse(json.Memory);
        return Text(vertex.RootElement, "digest");
    }

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int Line(JsonElement range, string end) =>
        range.TryGetProperty(end, out var position) && position.TryGetProperty("line", out var line) ? line.GetInt32() : 0;
}
