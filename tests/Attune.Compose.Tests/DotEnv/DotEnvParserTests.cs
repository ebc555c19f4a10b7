using Attune.Compose.DotEnv;
using Attune.Compose.Loading;
using Attune.Source;
using FsCheck;
using FsCheck.Xunit;

namespace Attune.Compose.Tests.DotEnv;

public class DotEnvParserTests
{
    [Theory]
    [InlineData("A=b", "b")]
    [InlineData("A=", "")]
    [InlineData("A: b", "b")]
    [InlineData("  A  =  b  ", "b")]
    [InlineData("export A=b", "b")]
    [InlineData("export\tA=b", "b")]
    [InlineData("A=b # c", "b")]
    [InlineData("A=b#c", "b#c")]
    [InlineData("A=#c", "#c")]
    [InlineData("# A=x\nA=b", "b")]
    [InlineData("A=b=c", "b=c")]
    [InlineData("A=1\r\nB=2\r\n", "1")]
    [InlineData("A='b # $X \\n'", "b # $X \\n")]
    [InlineData("A='it\\'s'", "it's")]
    [InlineData("A=\"b # c\" # d", "b # c")]
    [InlineData("A=\"x\\ty\\\\z\\\"\"", "x\ty\\z\"")]
    [InlineData("A=\"\\$X\"", "$X")]
    [InlineData("A=\"\\0101\\07\"", "A\\07")]
    [InlineData("A=\"\\q\"", "\\q")]
    [InlineData("A=\"one\ntwo\"\nB=3", "one\ntwo")]
    [InlineData("X=1\nA=$X${X}", "11")]
    [InlineData("X=1\nA=\"${X:-2}${Y:-3}\"", "13")]
    [InlineData("A=$$X", "$X")]
    [InlineData("A=$OUTER", "outer")]
    [InlineData("OUTER=file\nA=$OUTER", "outer")]
    [InlineData("A=1\nA=2", "2")]
    [InlineData("A=\"1\"B=2", "1")]
    [InlineData("OUTER\nA=x", "x")]
    [InlineData("a.b-c[0]=1\nA=x", "x")]
    public void Reads_a_value_as_compose_does(string text, string expected) => Assert.Equal(expected, Parse(text)["A"]);

    [Fact]
    public void Takes_a_name_without_a_value_from_the_environment()
    {
        var variables = Parse("OUTER\nMISSING\n");
        Assert.Equal("outer", variables["OUTER"]);
        Assert.False(variables.ContainsKey("MISSING"));
    }

    [Theory]
    [InlineData("A B=1", 1, 1)]
    [InlineData("A=1\nB+=2", 2, 2)]
    [InlineData("A=1\n  B=\"2", 2, 5)]
    [InlineData("A='", 1, 3)]
    public void Says_where_a_file_is_wrong(string text, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), Assert.Throws<LocatedException>(() => Parse(text)).Location.Start);

    [Fact]
    public void Shows_no_value_in_a_fault()
    {
        var fault = Assert.Throws<LocatedException>(() => Parse("KEY='-----BEGIN\nhunter2=\nPASSWORD=\"hunter2"));
        Assert.DoesNotContain("hunter2", fault.Describe(), StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN", fault.Describe(), StringComparison.Ordinal);
    }

    [Property]
    public bool Gives_a_single_quoted_value_back(NonNull<string> value)
    {
        var literal = value.Get.Replace("\\", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        return Parse($"A='{literal}'")["A"] == literal;
    }

    [Property]
    public bool Ends_in_variables_or_a_located_fault(NonEmptyArray<byte> choices)
    {
        string[] parts = ["A", "=", ":", "\n", "\r", " ", "#", "\"", "'", "\\", "$", "${A", "}", "export ", "é", "\t", "0", ".", "\u00A0", "+"];
        try
        {
            return Parse(string.Concat(choices.Get.Select(c => parts[c % parts.Length]))) is not null;
        }
        catch (LocatedException)
        {
            return true;
        }
    }

    private static Dictionary<string, string> Parse(string text)
    {
        var variables = new Dictionary<string, string>();
        DotEnvParser.Parse(new(".env", text), variables, new Dictionary<string, string> { ["OUTER"] = "outer" }, new WarningLog());
        return variables;
    }
}
