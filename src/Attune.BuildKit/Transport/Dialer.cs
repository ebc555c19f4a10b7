using System.IO.Pipes;
using System.Net.Security;
using System.Net.Sockets;

namespace Attune.BuildKit.Transport;

/// <summary>Opens connections to one address.</summary>
internal sealed class Dialer(BuildKitEndpoint endpoint, TimeSpan timeout)
{
    /// <summary>Opens a connection on which a given protocol is spoken next; TLS has to announce it.</summary>
    /// <exception cref="BuildKitException">The address can't be reached.</exception>
    public async ValueTask<Stream> DialAsync(SslApplicationProtocol protocol, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(timeout);
        try
        {
            return await ConnectAsync(protocol, limited.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable($"no answer within {timeout.TotalSeconds:0.#} s", e);
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException or UnauthorizedAccessException or System.Security.Authentication.AuthenticationException)
        {
            throw Unavailable(e.Message, e);
        }
    }

    private BuildKitException Unavailable(string reason, Exception cause) =>
        new(BuildKitErrorKind.Unavailable, $"cannot connect to {endpoint}: {reason}", cause);

    private async Task<Stream> ConnectAsync(SslApplicationProtocol protocol, CancellationToken cancellationToken)
    {
        switch (endpoint.Transport)
        {
            case EndpointTransport.Unix:
                return await ConnectSocketAsync(new UnixDomainSocketEndPoint(endpoint.Address), cancellationToken);
            case EndpointTransport.NamedPipe:
                var pipe = new NamedPipeClientStream(".", endpoint.Address, PipeDirection.InOut, PipeOptions.Asynchronous);
                await pipe.ConnectAsync(cancellationToken);
                return pipe;
            default:
                var tcp = await ConnectSocketAsync(new System.Net.DnsEndPoint(endpoint.Address, endpoint.Port), cancellationToken);
                return endpoint.Tls is { } tls ? await TlsHandshake.RunAsync(tcp, endpoint.Address, tls, protocol, cancellationToken) : tcp;
        }
    }

    private static async Task<Stream> ConnectSocketAsync(System.Net.EndPoint address, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the stream owns the socket.
        var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            // HTTP/2 pings are no choice for finding dead peers: gRPC servers answer frequent ones by closing the connection.
            if (address is not UnixDomainSocketEndPoint)
            {
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 30);
            }

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
