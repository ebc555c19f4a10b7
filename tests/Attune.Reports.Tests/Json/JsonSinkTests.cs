using System.Text.Json;

using Attune.Reports.Json;
using Attune.Reports.Tests.Support;

namespace Attune.Reports.Tests.Json;

public class JsonSinkTests
{
    [Fact]
    public async Task Writes_an_object_for_each_event() => await Verifier.Verify(await Replay.ToText(Scenarios.SixServices, (writer, _) => new JsonSink(writer)));

    [Fact]
    public async Task Keeps_a_line_a_line_whatever_a_step_prints()
    {
        var events = new Script().Begin(1, "api").Print("x", "a\nb\r\"\\\u2028\u0000\ud800", "api").Events;
        var text = await Replay.ToText(events, (writer, _) => new JsonSink(writer));
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        using var json = JsonDocument.Parse(lines[1]);
        Assert.Equal("a\nb\r\"\\\u2028\u0000\ufffd", json.RootElement.GetProperty("text").GetString());
    }
}
