namespace Attune.BuildKit.Transport;

/// <summary>Tells whether HTTP/2 is spoken from the first byte on.</summary>
internal static class Http2Preface
{
    private const int FrameHeaderLength = 9;

    private const byte SettingsFrame = 4;

    /// <summary>The connection preface and an empty SETTINGS frame: RFC 9113 §3.4.</summary>
    private static readonly byte[] Greeting = [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, SettingsFrame, 0, 0, 0, 0, 0];

    /// <summary>An HTTP/2 server must answer with a SETTINGS frame; an HTTP/1 one complains in text or hangs up.</summary>
    public static async Task<bool> IsAnsweredAsync(Stream connection, CancellationToken cancellationToken)
    {
        var answer = new byte[FrameHeaderLength];
        try
        {
            await connection.WriteAsync(Greeting, cancellationToken);
            await connection.FlushAsync(cancellationToken);
            await connection.ReadExactlyAsync(answer, cancellationToken);
        }
        catch (IOException)
        {
            return false;
        }

        return answer[3] == SettingsFrame && answer.AsSpan(5).SequenceEqual("\0\0\0\0"u8);
    }
}
