using Attune.Reports.Progress;
using Attune.Reports.Tests.Support;
using Attune.Reports.Text;

using FsCheck.Xunit;

namespace Attune.Reports.Tests.Progress;

public class EverySinkTests
{
    private static readonly TerminalPolicy _terminal = new(OutputKind.Terminal, ColorPolicy.Ansi, GlyphPolicy.Unicode, CiHost.None);

    [Property(MaxTest = 30)]
    public async Task Takes_events_in_any_order(int seed)
    {
        // The last state is drawn too: the clock goes on for a second.
        foreach (var mode in (ProgressMode[])[ProgressMode.Live, ProgressMode.Plain, ProgressMode.Json])
        {
            using var writer = new VirtualTerminal(80, 24);
            var time = new ManualTime(Script.Start);
            await using var sink = BuildSinks.Create(mode, writer, time, _terminal, () => new(80, 24));
            foreach (var e in AnyOrder.Of(seed))
                sink.Publish(e);
            time.MoveTo(Script.Start + TimeSpan.FromSeconds(1));
        }
    }
}
