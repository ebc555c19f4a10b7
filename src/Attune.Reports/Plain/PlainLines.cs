using Attune.Builds.Events;
using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Plain;

/// <summary>Writes lines behind a prefix: the time since the build began, the service's name, padded.</summary>
internal sealed class PlainLines(TextWriter writer)
{
    private const int TimeWidth = 7;
    private const int MaxNameWidth = 24;

    private DateTimeOffset? _started;
    private int _nameWidth;

    public void Start(BuildStarted started)
    {
        _started = started.At;
        _nameWidth = Math.Min(started.Services.Select(s => CellWidth.Of(s)).DefaultIfEmpty().Max(), MaxNameWidth);
    }

    public void Write(DateTimeOffset at, string service, string text)
    {
        _started ??= at;
        var name = CellWidth.PadEnd(TerminalText.Clean(service), _nameWidth);
        writer.WriteLine($"{Durations.Format(at - _started.Value).PadLeft(TimeWidth)}  {name}  {text}".TrimEnd());
    }
}
