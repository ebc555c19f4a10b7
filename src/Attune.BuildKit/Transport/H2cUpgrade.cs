using System.Net.Security;

namespace Attune.BuildKit.Transport;

/// <summary>A connection that a Docker Engine turns over to HTTP/2 by <c>Upgrade: h2c</c> (which must be spelt in lower case).</summary>
internal static class H2cUpgrade
{
    /// <exception cref="BuildKitException">The engine can't be reached or refuses.</exception>
    public static async Task<Stream> OpenAsync(
        Dialer dialer, string path, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        var connection = await dialer.DialAsync(SslApplicationProtocol.Http11, cancellationToken);
        try
        {
            IEnumerable<KeyValuePair<string, string>> all = [new("Connection", "Upgrade"), new("Upgrade", "h2c"), .. headers];
            var head = await HttpHead.ExchangeAsync(connection, "POST " + path, all, cancellationToken);
            if (head.Status == 101)
                return connection;
            throw new BuildKitException(BuildKitErrorKind.Unsupported, $"the engine answers POST {path} with status {head.Status} instead of an upgrade");
        }
        catch (Exception e)
        {
            await connection.DisposeAsync();
            if (e is IOException or InvalidDataException)
                throw new BuildKitException(BuildKitErrorKind.Unavailable, $"the engine closed the connection on POST {path}: {e.Message}", e);
            throw;
        }
    }
}
