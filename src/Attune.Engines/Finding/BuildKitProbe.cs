using System.Net;
using System.Net.Http.Headers;

namespace Attune.Engines.Finding;

/// <summary>Asks a buildkitd with the gRPC call <c>moby.buildkit.v1.Control/ListWorkers</c>, which every version has.</summary>
internal static class BuildKitProbe
{
    // https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md: one uncompressed message of no bytes.
    private static readonly byte[] _emptyMessage = new byte[5];

    /// <summary>Asks one buildkitd.</summary>
    public static async Task<ProbeResult> AskAsync(HttpClient client, EngineCandidate candidate, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("moby.buildkit.v1.Control/ListWorkers", UriKind.Relative))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(_emptyMessage) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.TE.ParseAdd("trailers");
        using var response = await client.SendAsync(request, cancellationToken);
        var status = response.TrailingHeaders.Concat(response.Headers).FirstOrDefault(h => h.Key == "grpc-status").Value?.FirstOrDefault();
        return status == "0"
            ? ProbeResult.Usable(new EngineInfo(candidate.Endpoint, candidate.Source) { EngineVersion = "unknown" })
            : ProbeResult.Unusable("what answers there is not a buildkitd", "Is it a Docker Engine? Then choose it as unix:// or tcp://.");
    }
}
