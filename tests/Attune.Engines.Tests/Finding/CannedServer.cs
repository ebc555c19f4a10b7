using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Attune.Engines.Tests.Finding;

/// <summary>Answers every request on a connection with the text that belongs to its path; with TLS when options are given.</summary>
internal sealed class CannedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string> _answer;
    private readonly SslServerAuthenticationOptions? _tls;

    /// <param name="answer">From a path such as <c>/_ping</c> to a whole HTTP response, or to bytes of any other kind.</param>
    /// <param name="tls">Certificates, or null for plain text.</param>
    public CannedServer(Func<string, string> answer, SslServerAuthenticationOptions? tls = null)
    {
        (_answer, _tls) = (answer, tls);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await SecureAsync(client.GetStream());
                using var reader = new StreamReader(stream, Encoding.ASCII);
                while (await reader.ReadLineAsync() is { Length: > 0 } request)
                {
                    while (await reader.ReadLineAsync() is { Length: > 0 })
                    {
                        // The headers don't matter.
                    }

                    var parts = request.Split(' ');
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(parts.Length > 1 ? parts[1] : "")));
                }
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The other side didn't like it; what it says about it is what the test looks at.
            }
        }
    }

    private async Task<Stream> SecureAsync(NetworkStream stream)
    {
        if (_tls is null)
            return stream;
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(_tls);
        return secure;
    }
}
