using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace Attune.BuildKit.Session.Hosting;

/// <summary>Gives the HTTP/2 server the connections that sessions open.</summary>
internal sealed class SessionListener : IConnectionListenerFactory, IConnectionListener
{
    private readonly Channel<ConnectionContext> _connections = Channel.CreateUnbounded<ConnectionContext>();

    public EndPoint EndPoint { get; } = new SessionEndPoint();

    public void Add(ConnectionContext connection)
    {
        ObjectDisposedException.ThrowIf(!_connections.Writer.TryWrite(connection), this);
    }

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => new(this);

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        await _connections.Reader.WaitToReadAsync(cancellationToken) && _connections.Reader.TryRead(out var connection) ? connection : null;

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _connections.Writer.TryComplete();
        return default;
    }

    public ValueTask DisposeAsync()
    {
        _connections.Writer.TryComplete();
        return default;
    }
}
