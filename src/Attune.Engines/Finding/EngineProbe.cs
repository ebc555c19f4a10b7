using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>Asks a Docker Engine with <c>GET /_ping</c>, <c>/version</c>, <c>/info</c> and <c>/networks</c>; a buildkitd with one gRPC call.</summary>
internal sealed class EngineProbe : IEngineProbe
{
    // A daemon that isn't there refuses at once; only one that hangs, or a far one, needs this long.
    private static readonly TimeSpan _timeLimit = TimeSpan.FromSeconds(10);

    private static readonly string[] _questions = ["version", "info", "networks"];

    /// <inheritdoc/>
    public async Task<ProbeResult> ProbeAsync(EngineCandidate candidate, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeLimit);
        try
        {
            using var client = EngineHttp.CreateClient(candidate.Endpoint);
            return candidate.Endpoint.Kind == EndpointKind.BuildKit
                ? await BuildKitProbe.AskAsync(client, candidate, limit.Token)
                : await AskAsync(client, candidate, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ProbeResult.Unusable($"no answer within {_timeLimit.TotalSeconds:0} s");
        }
        catch (HttpRequestException e)
        {
            return ConnectionFailure.Explain(e, candidate.Endpoint);
        }
        catch (JsonException)
        {
            return ProbeResult.Unusable("what answers there is not a Docker Engine");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return ProbeResult.Unusable(e.Message);
        }
    }

    private static async Task<ProbeResult> AskAsync(HttpClient client, EngineCandidate candidate, CancellationToken cancellationToken)
    {
        using var ping = await client.GetAsync(new Uri("_ping", UriKind.Relative), cancellationToken);
        if (ping.StatusCode != HttpStatusCode.OK)
        {
            var body = await ping.Content.ReadAsStringAsync(cancellationToken);
            return ConnectionFailure.Explain(ping.StatusCode, body);
        }

        // At once: an engine runs other programs to answer the first two, which takes it a tenth of a second each.
        var replies = await Task.WhenAll(_questions.Select(path => GetAsync(client, path, cancellationToken)));
        using var version = replies[0];
        using var info = replies[1];
        using var networks = replies[2];
        if (version is null)
            return ProbeResult.Unusable("what answers there is not a Docker Engine");
        return EngineReply.WhyUnusable(version.RootElement)
            ?? ProbeResult.Usable(EngineReply.Describe(candidate, version.RootElement, info?.RootElement, networks?.RootElement));
    }

    private static async Task<JsonDocument?> GetAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (!response.IsSuccessStatusCode)
            return null;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
    }
}
