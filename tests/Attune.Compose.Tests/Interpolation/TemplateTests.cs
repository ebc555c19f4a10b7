using Attune.Compose.Interpolation;
using Attune.Compose.Loading;
using Attune.Compose.Yaml;
using Attune.Source;
using FsCheck;
using FsCheck.Xunit;

namespace Attune.Compose.Tests.Interpolation;

public class TemplateTests
{
    private static readonly Dictionary<string, string> _variables = new() { ["SET"] = "set", ["EMPTY"] = "", ["_x1"] = "under", ["DOLLAR"] = "$SET" };

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$SET", "set")]
    [InlineData("$SET.$SET", "set.set")]
    [InlineData("${SET}x", "setx")]
    [InlineData("$_x1-", "under-")]
    [InlineData("$SETx", "")]
    [InlineData("$UNSET", "")]
    [InlineData("$$SET", "$SET")]
    [InlineData("$$$SET", "$set")]
    [InlineData("$$$$", "$$")]
    [InlineData("cost: 5$", "cost: 5$")]
    [InlineData("$1 $- $", "$1 $- $")]
    [InlineData("$DOLLAR", "$SET")]
    [InlineData("${UNSET:-d}", "d")]
    [InlineData("${UNSET-d}", "d")]
    [InlineData("${EMPTY:-d}", "d")]
    [InlineData("${EMPTY-d}", "")]
    [InlineData("${SET:-d}", "set")]
    [InlineData("${SET:+a}", "a")]
    [InlineData("${SET+a}", "a")]
    [InlineData("${EMPTY:+a}", "")]
    [InlineData("${EMPTY+a}", "a")]
    [InlineData("${UNSET:+a}", "")]
    [InlineData("${UNSET+a}", "")]
    [InlineData("${SET:?e}", "set")]
    [InlineData("${EMPTY?e}", "")]
    [InlineData("${UNSET:-${EMPTY:-${SET}}}", "set")]
    [InlineData("${UNSET:-a}b${UNSET:-c}", "abc")]
    [InlineData("${UNSET:-a${SET}b${SET}c}", "asetbsetc")]
    [InlineData("${UNSET:-$$x}", "$x")]
    [InlineData("${UNSET:-:?-+}", ":?-+")]
    [InlineData("${UNSET--1}", "-1")]
    [InlineData("${UNSET:-}", "")]
    [InlineData("""${UNSET:-{"a":"b"}}""", """{"a":"b"}""")]
    [InlineData("${UNSET:-{}}", "{}")]
    [InlineData("{$SET}", "{set}")]
    [InlineData("${SET}}", "set}")]
    public void Replaces_variables_as_compose_does(string text, string expected) => Assert.Equal(expected, Substitute(text));

    [Theory]
    [InlineData("${")]
    [InlineData("${}")]
    [InlineData("${SET")]
    [InlineData("${SET:}")]
    [InlineData("${SET!x}")]
    [InlineData("${1}")]
    [InlineData("${ SET}")]
    [InlineData("${UNSET:-${SET}")]
    [InlineData("${UNSET:-a\nb}")]
    public void Refuses_malformed_braces(string text) =>
        Assert.Contains("can't be interpolated", Assert.Throws<LocatedException>(() => Substitute(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("${UNSET:?give ${SET}}", "The variable UNSET must be set: give set")]
    [InlineData("${EMPTY:?}", "The variable EMPTY must be set")]
    [InlineData("${UNSET?}", "The variable UNSET must be set")]
    public void Names_a_required_variable_that_is_missing(string text, string message) =>
        Assert.Equal(message, Assert.Throws<LocatedException>(() => Substitute(text)).Message);

    [Fact]
    public void Warns_once_for_each_place_of_an_unset_variable()
    {
        var warnings = new WarningLog();
        Substitute("$UNSET ${UNSET} ${OTHER} ${UNSET:-x} ${UNSET+y}", warnings);
        Assert.Equal(["UNSET", "OTHER"], warnings.ToImmutable().Select(w => w.Message.Split(' ')[2]));
    }

    [Fact]
    public void Refuses_variables_nested_without_end()
    {
        var text = string.Concat(Enumerable.Repeat("${U:-", 10_000)) + new string('}', 10_000);
        Assert.Throws<LocatedException>(() => Substitute(text));
    }

    [Property]
    public bool Gives_any_text_back_when_its_dollar_signs_are_doubled(NonNull<string> text) =>
        Substitute(text.Get.Replace("$", "$$", StringComparison.Ordinal)) == text.Get;

    [Property]
    public bool Ends_in_a_text_or_a_located_fault(NonEmptyArray<byte> choices)
    {
        string[] parts = ["$", "{", "}", "SET", "UNSET", ":", "-", "?", "+", "$$", "${", "\n", " ", "x", "${SET:-", "${UNSET:+"];
        var text = string.Concat(choices.Get.Select(c => parts[c % parts.Length]));
        try
        {
            return Substitute(text) is not null;
        }
        catch (LocatedException)
        {
            return true;
        }
    }

    private static string Substitute(string text, WarningLog? warnings = null) =>
        Template.Substitute(text, new(_variables, warnings ?? new()), new Origin(new("f", text), new(0, text.Length)));
}
