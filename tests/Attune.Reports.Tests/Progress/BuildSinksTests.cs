using Attune.Reports.Json;
using Attune.Reports.Live;
using Attune.Reports.Plain;
using Attune.Reports.Progress;
using Attune.Reports.Text;

namespace Attune.Reports.Tests.Progress;

public class BuildSinksTests
{
    private static readonly Dictionary<string, string> _nothing = [];

    [Theory]
    [InlineData(ProgressMode.Auto, OutputKind.Terminal, CiHost.None, typeof(LiveSink))]
    [InlineData(ProgressMode.Auto, OutputKind.Terminal, CiHost.GitHubActions, typeof(PlainSink))]
    [InlineData(ProgressMode.Auto, OutputKind.Pipe, CiHost.None, typeof(PlainSink))]
    [InlineData(ProgressMode.Auto, OutputKind.DumbTerminal, CiHost.None, typeof(PlainSink))]
    [InlineData(ProgressMode.Live, OutputKind.Terminal, CiHost.None, typeof(LiveSink))]
    [InlineData(ProgressMode.Live, OutputKind.Pipe, CiHost.None, typeof(PlainSink))]
    [InlineData(ProgressMode.Live, OutputKind.DumbTerminal, CiHost.None, typeof(PlainSink))]
    [InlineData(ProgressMode.Plain, OutputKind.Terminal, CiHost.None, typeof(PlainSink))]
    [InlineData(ProgressMode.Json, OutputKind.Terminal, CiHost.None, typeof(JsonSink))]
    public async Task Shows_a_build_the_way_that_the_output_allows(ProgressMode mode, OutputKind kind, CiHost host, Type expected)
    {
        var policy = new TerminalPolicy(kind, ColorPolicy.None, GlyphPolicy.Unicode, host);
        await using var sink = BuildSinks.Create(mode, TextWriter.Null, TimeProvider.System, policy, () => TerminalSize.Default);
        Assert.IsType(expected, sink);
    }

    [Fact]
    public void Uses_colours_on_a_terminal_unless_told_not_to()
    {
        Assert.Equal(ColorPolicy.Ansi, Policy(_nothing).Colors);
        Assert.Equal(ColorPolicy.Ansi, Policy(new() { ["NO_COLOR"] = "" }).Colors);
        Assert.Equal(ColorPolicy.None, Policy(new() { ["NO_COLOR"] = "1" }).Colors);
        Assert.Equal(ColorPolicy.None, TerminalPolicy.FromEnvironment(_nothing, OutputKind.Pipe, GlyphPolicy.Unicode).Colors);
    }

    [Fact]
    public void Knows_dumb_terminals_and_github_by_their_variables()
    {
        Assert.Equal(OutputKind.DumbTerminal, Policy(new() { ["TERM"] = "dumb" }).Kind);
        Assert.Equal(CiHost.GitHubActions, Policy(new() { ["GITHUB_ACTIONS"] = "true" }).Host);
    }

    private static TerminalPolicy Policy(Dictionary<string, string> environment) =>
        TerminalPolicy.FromEnvironment(environment, OutputKind.Terminal, GlyphPolicy.Unicode);
}
