using Attune.Dockerfiles.Expansion;

namespace Attune.Dockerfiles.Tests;

public class ExpansionTests
{
    private static readonly Dictionary<string, string> _variables = new()
    {
        ["A"] = "a", ["EMPTY"] = "", ["PATH_"] = "/usr/local/bin", ["TWO"] = "one two", ["STARS"] = "a*b?c", ["é1"] = "letter",
    };

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$A", "a")]
    [InlineData("${A}b$A", "aba")]
    [InlineData("$Ab", "")]
    [InlineData("$A-b", "a-b")]
    [InlineData("$1A", "A")]
    [InlineData("$", "$")]
    [InlineData("$ A", "$ A")]
    [InlineData("$$A", "A")]
    [InlineData("$é1", "letter")]
    [InlineData(@"\$A", "$A")]
    [InlineData(@"\\$A", @"\a")]
    [InlineData(@"\a\", "a")]
    [InlineData("'$A'", "$A")]
    [InlineData("\"$A 'q'\"", "a 'q'")]
    [InlineData(@"""\$A\""\\\n""", @"$A""\\n")]
    [InlineData("a'b'\"c\"", "abc")]
    [InlineData("${NO:-d}", "d")]
    [InlineData("${NO-d}", "d")]
    [InlineData("${EMPTY:-d}", "d")]
    [InlineData("${EMPTY-d}", "")]
    [InlineData("${A:-d}", "a")]
    [InlineData("${A:+x}", "x")]
    [InlineData("${EMPTY:+x}", "")]
    [InlineData("${EMPTY+x}", "x")]
    [InlineData("${NO+x}", "")]
    [InlineData("${A:?no}", "a")]
    [InlineData("${NO:-${A}-${NO:-deep}}", "a-deep")]
    [InlineData("${NO:-'a}b'}", "a}b")]
    [InlineData(@"${NO:-a\}b}", "a}b")]
    [InlineData("${PATH_#/*/}", "local/bin")]
    [InlineData("${PATH_##*/}", "bin")]
    [InlineData("${PATH_%/*}", "/usr/local")]
    [InlineData("${PATH_%%/*}", "")]
    [InlineData("${PATH_#nothing}", "/usr/local/bin")]
    [InlineData(@"${PATH_/\//_}", "_usr/local/bin")]
    [InlineData(@"${PATH_//\//_}", "_usr_local_bin")]
    [InlineData("${PATH_//l*l/X}", "/usr/X/bin")]
    [InlineData("${PATH_/nothing/x}", "/usr/local/bin")]
    [InlineData(@"${STARS#a\*}", "b?c")]
    [InlineData(@"${STARS%\?c}", "a*b")]
    [InlineData("${STARS#??}", "b?c")]
    [InlineData("<<A $A <", "<<A a <")]
    public void Expands_as_the_frontend_does(string word, string expected) => Assert.Equal(expected, Expand(word).Text);

    [Theory]
    [InlineData("`$A", "$A")]
    [InlineData(@"\$A", @"\a")]
    public void Escapes_with_the_characters_of_the_directive(string word, string expected) =>
        Assert.Equal(expected, new ShellLexer('`', _variables.GetValueOrDefault).Expand(word).Text);

    [Theory]
    [InlineData("${A")]
    [InlineData("${")]
    [InlineData("${}")]
    [InlineData("${:x}")]
    [InlineData("${{A}}")]
    [InlineData("${A:")]
    [InlineData("${A:x}")]
    [InlineData("${A:#x}")]
    [InlineData("${A^x}")]
    [InlineData("${A/x}")]
    [InlineData("${NO:?must be set}")]
    [InlineData("${EMPTY:?}")]
    [InlineData(@"${A#\x}")]
    [InlineData("'A")]
    [InlineData("\"A")]
    [InlineData("\"A\\")]
    public void Refuses(string word) => Assert.Throws<ExpansionException>(() => Expand(word));

    [Theory]
    [InlineData("$NO ${NO2} ${A}${NO3:-x}", "NO NO2 NO3")]
    [InlineData("'$NO' \\$NO", "")]
    public void Tells_which_variables_are_not_set(string word, string unset) => Assert.Equal(unset, string.Join(' ', Expand(word).Unset));

    [Theory]
    [InlineData("a  b\tc", "a|b|c")]
    [InlineData("'a b' c\\ d", "a b|c d")]
    [InlineData("$TWO \"$TWO\"", "one|two|one two")]
    [InlineData("x<< EOF y", "x<< EOF|y")]
    public void Splits_words_after_expansion(string text, string words) =>
        Assert.Equal(words, string.Join('|', Expand(text).Words.Select(w => w.Text)));

    [Fact]
    public void Takes_no_longer_for_patterns_that_could_match_in_many_ways()
    {
        var lexer = new ShellLexer('\\', _ => new string('a', 2_000));
        var pattern = string.Concat(Enumerable.Repeat("*a", 30)) + "b";
        Assert.Equal(2_000, lexer.Expand("${X#" + pattern + "}").Text.Length);
    }

    private static LexedText Expand(string word) => new ShellLexer('\\', _variables.GetValueOrDefault).Expand(word);
}
