using Attune.BuildKit.Session.Rpc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Attune.BuildKit.Session.Hosting;

/// <summary>
/// Kestrel as the HTTP/2 server of all sessions of a client. Without a host, services or logging: none is needed, and start-up time is.
/// </summary>
internal sealed class SessionServer : IAsyncDisposable
{
    /// <summary>Ignore patterns come as one header each: Kestrel's 100 would refuse a long .dockerignore with status 431.</summary>
    private const int MaxHeaderCount = 100_000;

    private const int MaxHeaderBytes = 16 * 1024 * 1024;

    private readonly SessionListener _listener = new();
    private readonly KestrelServer _kestrel;

    private SessionServer()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestHeaderCount = MaxHeaderCount;
        options.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        options.Limits.Http2.MaxRequestHeaderFieldSize = MaxHeaderBytes;
        options.Limits.MaxRequestBufferSize = null;
        options.Limits.MaxRequestBodySize = null;
        // An engine may be silent for minutes: it asks for files when a step needs them.
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
        options.Listen(new SessionEndPoint(), listen => listen.Protocols = HttpProtocols.Http2);
        _kestrel = new KestrelServer(Options.Create(options), _listener, NullLoggerFactory.Instance);
    }

    public static async Task<SessionServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new SessionServer();
        await server._kestrel.StartAsync(new RpcDispatcher(), cancellationToken);
        return server;
    }

    /// <summary>Serves one session on a connection until either side closes it.</summary>
    public SessionConnection Serve(string id, Stream stream, SessionMethods methods)
    {
        var connection = new SessionConnection(id, stream, methods);
        _listener.Add(connection);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _kestrel.StopAsync(limit.Token);
        _kestrel.Dispose();
        await _listener.DisposeAsync();
    }
}
