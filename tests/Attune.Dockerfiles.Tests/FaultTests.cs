using System.Text;
using Attune.Dockerfiles.Tests.Recorded;
using Attune.Source;

namespace Attune.Dockerfiles.Tests;

public class FaultTests
{
    [Fact]
    public Task Shows_what_is_wrong_where_and_what_to_do()
    {
        var text = new StringBuilder();
        foreach (var refused in RecordedCases.All.Where(c => !c.Accepted))
        {
            var fault = Assert.Throws<LocatedException>(() => DockerfileDocument.Parse(new("Dockerfile", refused.Dockerfile)).Resolve(refused.Inputs));
            text.Append(refused.Name).Append('\n').Append(fault.Describe()).Append("\n\n");
        }

        return Verifier.Verify(text.ToString());
    }

    [Fact]
    public void Refuses_a_line_that_is_longer_than_the_engine_reads()
    {
        var longest = "ENV X=" + new string('a', 65_535 - 6) + "\n";
        DockerfileDocument.Parse(new("Dockerfile", "FROM a\n" + longest));
        var tooLong = longest.Replace("X=", "X=é", StringComparison.Ordinal);
        var fault = Assert.Throws<LocatedException>(() => DockerfileDocument.Parse(new("Dockerfile", "FROM a\n" + tooLong)));
        Assert.Equal(2, fault.Location.Start.Line);
    }

    [Fact]
    public void Refuses_substitutions_that_nest_without_end()
    {
        var deep = string.Concat(Enumerable.Repeat("${X:-", 10_000)) + new string('}', 10_000);
        var document = DockerfileDocument.Parse(new("Dockerfile", "FROM a\nENV A=" + deep + "\n"));
        Assert.Contains("nested", Assert.Throws<LocatedException>(() => document.Resolve(new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_stages_when_the_target_is_none_of_them()
    {
        var document = DockerfileDocument.Parse(new("web/Dockerfile", "FROM a AS build\nFROM b AS test\n"));
        Assert.Equal("Its stages: build, test.", Assert.Throws<UserErrorException>(() => document.Resolve(new() { Target = "production" })).Advice);
        Assert.Equal("Did you mean test?", Assert.Throws<UserErrorException>(() => document.Resolve(new() { Target = "tset" })).Advice);
    }

    [Theory]
    [InlineData("${X%0000}")]
    [InlineData("${X//0000/1}")]
    public void A_pattern_that_is_too_long_is_refused_with_its_place(string substitution)
    {
        var text = "FROM a\nENV X=1 Y=" + substitution.Replace("0000", new string('?', 20_000), StringComparison.Ordinal);
        var fault = Assert.Throws<LocatedException>(() => DockerfileDocument.Parse(new("Dockerfile", text)).Resolve(new()));
        Assert.Equal(2, fault.Location.Start.Line);
    }
}
