using System.Net.Sockets;
using System.Text;

namespace Attune.BuildKit.Tests.Transport;

/// <summary>A unix socket whose connections a test serves.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _connections = [];
    private readonly Task _accepting;

    public FakeServer(Func<NetworkStream, CancellationToken, Task> serve)
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_directory.Path, "s")));
        _listener.Listen();
        _accepting = AcceptAsync(serve);
    }

    public BuildKitEndpoint Endpoint(EndpointKind kind) => new(kind, EndpointTransport.Unix, Path.Combine(_directory.Path, "s"));

    /// <summary>Answers every request with one head, then hangs up.</summary>
    public static FakeServer Answering(string head) => new(async (stream, cancellationToken) =>
    {
        await stream.ReadAtLeastAsync(new byte[1024], 1, throwOnEndOfStream: false, cancellationToken);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "\r\n\r\n"), cancellationToken);
    });

    /// <summary>Breaks every connection off, as an engine's end does.</summary>
    public void BreakConnections()
    {
        lock (_connections)
            _connections.ForEach(c => c.Close(0));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        BreakConnections();
        await _accepting;
        _stop.Dispose();
        _directory.Dispose();
    }

    private async Task AcceptAsync(Func<NetworkStream, CancellationToken, Task> serve)
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptAsync(_stop.Token);
                lock (_connections)
                    _connections.Add(connection);
                _ = ServeAsync(connection, serve);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket connection, Func<NetworkStream, CancellationToken, Task> serve)
    {
        try
        {
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            await serve(stream, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
        }
    }
}
