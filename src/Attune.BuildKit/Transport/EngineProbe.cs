using System.Net.Security;

namespace Attune.BuildKit.Transport;

/// <summary>Finds out what answers at an address and how its gRPC API is reached. Nothing is taken from version numbers alone.</summary>
internal sealed class EngineProbe(Dialer dialer, BuildKitEndpoint endpoint)
{
    /// <summary>The first API version (Docker Engine 29.2) whose HTTP server also speaks gRPC; there <c>POST /grpc</c> is deprecated.</summary>
    private static readonly Version DirectSince = new(1, 53);

    private static readonly KeyValuePair<string, string>[] UpgradeToH2c = [new("Connection", "Upgrade"), new("Upgrade", "h2c")];

    /// <exception cref="BuildKitException">Nothing answers, or what answers has no BuildKit.</exception>
    public async Task<EngineIdentity> RunAsync(CancellationToken cancellationToken)
    {
        if (endpoint.Kind == EndpointKind.BuildKit && await SpeaksHttp2Async(cancellationToken))
            return Daemon;
        return await PingAsync(cancellationToken) switch
        {
            { } ping => await IdentifyEngineAsync(ping, cancellationToken),
            null when await SpeaksHttp2Async(cancellationToken) => Daemon,
            _ => throw new BuildKitException(BuildKitErrorKind.Unsupported, $"{endpoint} answers neither as a Docker Engine nor as a buildkitd"),
        };
    }

    private static EngineIdentity Daemon => new(EndpointKind.BuildKit, null, GrpcRoute.Direct, SessionRoute.Control);

    private async Task<EngineIdentity> IdentifyEngineAsync(HttpHead ping, CancellationToken cancellationToken)
    {
        var api = ping.Headers.GetValueOrDefault("api-version");
        if (ping.Headers.ContainsKey("libpod-api-version"))
            throw new BuildKitException(BuildKitErrorKind.Unsupported, $"{endpoint} is Podman, which has no BuildKit; a Docker Engine or a buildkitd is needed");
        if (ping.Status != 200 || api is null)
            throw new BuildKitException(BuildKitErrorKind.Unavailable, $"{endpoint} answers a ping with status {ping.Status}");

        var direct = Version.TryParse(api, out var version) && version >= DirectSince
            && await SpeaksHttp2Async(cancellationToken);
        if (direct)
            return new(EndpointKind.DockerEngine, api, GrpcRoute.Direct, await ProbeSessionAsync(cancellationToken));
        if (await UpgradesAsync("/grpc", cancellationToken))
            return new(EndpointKind.DockerEngine, api, GrpcRoute.Upgrade, SessionRoute.Upgrade);
        throw new BuildKitException(BuildKitErrorKind.Unsupported, $"the Docker Engine at {endpoint} (API {api}) offers no BuildKit");
    }

    /// <summary>An engine that dropped <c>POST /session</c> answers 404; one that has it complains of the missing upgrade (or id).</summary>
    private async Task<SessionRoute> ProbeSessionAsync(CancellationToken cancellationToken)
    {
        var head = await AskAsync("POST /session", [new("Content-Length", "0")], cancellationToken);
        return head is null or { Status: 404 or 405 or 410 } ? SessionRoute.Control : SessionRoute.Upgrade;
    }

    private Task<HttpHead?> PingAsync(CancellationToken cancellationToken) => AskAsync("GET /_ping", [], cancellationToken);

    private async Task<bool> UpgradesAsync(string path, CancellationToken cancellationToken) =>
        await AskAsync("POST " + path, UpgradeToH2c, cancellationToken) is { Status: 101 };

    private async Task<HttpHead?> AskAsync(string request, KeyValuePair<string, string>[] headers, CancellationToken cancellationToken)
    {
        await using var connection = await dialer.DialAsync(SslApplicationProtocol.Http11, cancellationToken);
        try
        {
            return await HttpHead.ExchangeAsync(connection, request, headers, cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private async Task<bool> SpeaksHttp2Async(CancellationToken cancellationToken)
    {
        await using var connection = await dialer.DialAsync(SslApplicationProtocol.Http2, cancellationToken);
        return await Http2Preface.IsAnsweredAsync(connection, cancellationToken);
    }
}
