using System.Net.Security;
using Grpc.Net.Client;

namespace Attune.BuildKit.Transport;

/// <summary>The gRPC channel to an engine, by whichever route the probe found.</summary>
internal static class GrpcConnection
{
    private const int MaxMessageSize = 64 * 1024 * 1024;

    /// <param name="dialer">Connects.</param>
    /// <param name="route">How.</param>
    /// <param name="wrap">Stands between HTTP/2 and the connection.</param>
    public static GrpcChannel Open(Dialer dialer, GrpcRoute route, Func<Stream, Stream>? wrap = null)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the channel disposes its handler.
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var connection = await ConnectAsync(dialer, route, cancellationToken);
                return wrap?.Invoke(connection) ?? connection;
            },
        };
#pragma warning restore CA2000
        return GrpcChannel.ForAddress("http://docker", new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxMessageSize,
            MaxSendMessageSize = MaxMessageSize,
        });
    }

    private static async Task<Stream> ConnectAsync(Dialer dialer, GrpcRoute route, CancellationToken cancellationToken) => route switch
    {
        GrpcRoute.Direct => await dialer.DialAsync(SslApplicationProtocol.Http2, cancellationToken),
        _ => await H2cUpgrade.OpenAsync(dialer, "/grpc", [], cancellationToken),
    };
}
