using System.Collections.Immutable;

using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Progress;
using Attune.Reports.Text;

namespace Attune.Reports.Live;

/// <summary>
/// Draws one state of a build as lines that fit a terminal. Where there are more services than rows, the log lines go first, then finished
/// services become one line, then waiting ones, then running ones at the end.
/// </summary>
internal static class LiveFrame
{
    /// <summary>The lines from top to bottom: at most one less than the terminal has rows, each at most one cell less than it is wide.</summary>
    public static IReadOnlyList<StyledLine> Render(BuildModel model, DateTimeOffset now, TerminalSize size, Glyphs glyphs)
    {
        var services = model.Services.ToArray();
        var layout = ServiceLayout.For(services.Select(s => s.Name), size.Width - 1);
        var rows = new ServiceRow(model, now, layout, glyphs);
        var lines = new List<StyledLine> { Header(model, services, now, layout) };
        lines.AddRange(Body(services, rows, size.Height - 2));
        return [.. lines.Take(Math.Max(size.Height - 1, 1)).Select(l => l.Fit(layout.Width))];
    }

    private static List<StyledLine> Body(ServiceModel[] services, ServiceRow rows, int height)
    {
        var running = services.Where(s => s.IsRunning).ToArray();
        var finished = services.Where(s => s.Result is not null).ToArray();
        var waiting = services.Where(s => s.Started is null && s.Result is null).ToArray();
        if (services.Length <= height)
            return WithLogs(services, rows, height);

        List<StyledLine> collapsed = finished.Length == 0 ? [] : [rows.Finished(finished)];
        if (running.Length + collapsed.Count + waiting.Length <= height)
            return [.. collapsed, .. WithLogs([.. running, .. waiting], rows, height - collapsed.Count)];

        List<StyledLine> queue = waiting.Length == 0 ? [] : [rows.Waiting(waiting)];
        var room = Math.Max(height - collapsed.Count - queue.Count, 1);
        if (running.Length <= room)
            return [.. collapsed, .. WithLogs(running, rows, room), .. queue];
        return [.. collapsed, .. WithLogs(running[..(room - 1)], rows, room - 1), rows.More(running.Length - room + 1), .. queue];
    }

    private static List<StyledLine> WithLogs(ServiceModel[] services, ServiceRow rows, int height)
    {
        var lines = new List<StyledLine>();
        var free = height - services.Length;
        foreach (var service in services)
        {
            lines.Add(rows.Render(service));
            if (free <= 0 || rows.Log(service) is not { } log)
                continue;
            lines.Add(log);
            free--;
        }

        return lines;
    }

    private static StyledLine Header(BuildModel model, ServiceModel[] services, DateTimeOffset now, ServiceLayout layout)
    {
        var done = services.Count(s => s.Result is not null);
        var failed = services.Count(s => s.Result?.Outcome == ServiceOutcome.Failed);
        var title = $"Building {services.Length} {(services.Length == 1 ? "service" : "services")}, {done} done";
        var elapsed = model.Started is { } started ? Durations.Format(now - started) : "";
        ImmutableArray<StyledText> parts = [new(title, Tone.Strong)];
        if (failed > 0)
            parts = parts.Add(new($", {failed} failed", Tone.Bad));
        return layout.Spread(new(parts), new StyledText(elapsed, Tone.Strong));
    }
}
