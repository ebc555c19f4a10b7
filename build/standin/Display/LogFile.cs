using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Display;

/// <summary>Writes all events, whatever the verbosity of the console.</summary>
internal sealed class LogFile(string path, string template) : ILogEventSink, IDisposable
{
    private readonly MessageTemplateTextFormatter formatter = new(template, CultureInfo.InvariantCulture);
    private readonly Lock gate = new();
    private readonly StreamWriter writer = new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
    {
        AutoFlush = true,
    };

    public void Emit(LogEvent logEvent)
    {
        lock (gate)
            formatter.Format(logEvent, writer);
    }

    public void Dispose() => writer.Dispose();
}
