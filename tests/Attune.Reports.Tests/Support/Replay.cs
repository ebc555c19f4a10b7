using Attune.Builds.Events;
using Attune.Reports.Model;

namespace Attune.Reports.Tests.Support;

/// <summary>Plays events to a sink on a clock that follows them.</summary>
internal static class Replay
{
    public static async Task<string> ToText(IReadOnlyList<BuildEvent> events, Func<TextWriter, ManualTime, IBuildSink> create)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var time = new ManualTime(Script.Start);
        await using (var sink = create(writer, time))
            Play(events, sink, time);
        return writer.ToString();
    }

    public static void Play(IEnumerable<BuildEvent> events, IBuildSink sink, ManualTime time)
    {
        foreach (var e in events)
        {
            time.MoveTo(e.At);
            sink.Publish(e);
        }
    }

    public static BuildModel ModelAt(IReadOnlyList<BuildEvent> events, double seconds) =>
        events.TakeWhile(e => e.At <= Script.Start + TimeSpan.FromSeconds(seconds)).Aggregate(BuildModel.Empty, (m, e) => m.Apply(e));
}
