using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using Attune.Builds.Events;

namespace Attune.Reports.Json;

/// <summary>For programs: one JSON object a line, one line an event. The fields are described at <see cref="JsonEvents"/>.</summary>
internal sealed class JsonSink(TextWriter writer) : IBuildSink
{
    // Relaxed: the lines go to a program or a log, never into a web page, and commands stay readable.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream _buffer = new();

    /// <inheritdoc/>
    public void Publish(BuildEvent buildEvent)
    {
        _buffer.SetLength(0);
        using (var json = new Utf8JsonWriter(_buffer, _options))
            JsonEvents.Write(json, buildEvent);
        writer.WriteLine(Encoding.UTF8.GetString(_buffer.GetBuffer().AsSpan(0, (int)_buffer.Length)));
        if (buildEvent is BuildFinished)
            writer.Flush();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _buffer.DisposeAsync();
        await writer.FlushAsync();
    }
}
