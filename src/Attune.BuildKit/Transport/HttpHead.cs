using System.Text;

namespace Attune.BuildKit.Transport;

/// <summary>The head of an HTTP/1.1 answer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">Header fields by lower-case name.</param>
internal sealed record HttpHead(int Status, IReadOnlyDictionary<string, string> Headers)
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Sends a request without a body and reads the answer's head; what follows it stays in the stream.</summary>
    /// <remarks>
    /// By hand, since <see cref="HttpClient"/> joins repeated header fields into one, which an engine takes for one value.
    /// </remarks>
    /// <exception cref="IOException">The answer isn't HTTP/1.</exception>
    public static async Task<HttpHead> ExchangeAsync(
        Stream connection, string request, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        var head = new StringBuilder(request).Append(" HTTP/1.1\r\nHost: docker\r\nUser-Agent: attune\r\n");
        foreach (var (name, value) in headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        await connection.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), cancellationToken);
        await connection.FlushAsync(cancellationToken);
        return Parse(await ReadAsync(connection, cancellationToken));
    }

    private static async Task<string> ReadAsync(Stream connection, CancellationToken cancellationToken)
    {
        // Byte by byte: after a 101 the next byte belongs to HTTP/2.
        var head = new List<byte>(512);
        var next = new byte[1];
        while (!EndsHead(head))
        {
            if (await connection.ReadAsync(next, cancellationToken) == 0)
                throw new EndOfStreamException("the connection was closed before an answer came");
            head.Add(next[0]);
            if (head.Count > MaxLength || (head.Count == 5 && !head.SequenceEqual("HTTP/"u8.ToArray())))
                throw new InvalidDataException("the answer is not HTTP/1");
        }

        return Encoding.Latin1.GetString([.. head]);
    }

    private static bool EndsHead(List<byte> head) =>
        head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';

    private static HttpHead Parse(string text)
    {
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var status = lines[0].Split(' ');
        if (status.Length < 2 || !int.TryParse(status[1], out var code))
            throw new InvalidDataException("the answer is not HTTP/1");
        var headers = new Dictionary<string, string>();
        foreach (var line in lines.Skip(1))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                headers[line[..colon].ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        return new HttpHead(code, headers);
    }
}
