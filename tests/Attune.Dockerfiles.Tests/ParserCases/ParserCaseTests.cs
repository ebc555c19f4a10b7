using Attune.Source;

namespace Attune.Dockerfiles.Tests.ParserCases;

/// <summary>Reads Dockerfiles as BuildKit's parser does, with the outcome in BuildKit's own form.</summary>
public class ParserCaseTests
{
    public static TheoryData<string> Own => [.. ParserCase.Own];

    [Theory]
    [MemberData(nameof(Own))]
    public void Reads_as_BuildKit_does(string folder) => Check(new(folder));

    [FurtherCasesFact]
    public void Reads_further_cases_as_BuildKit_does()
    {
        var wrong = ParserCase.Further.Select(f => (Folder: f, Fault: Record.Exception(() => Check(new(f))))).Where(c => c.Fault is not null).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Select(c => $"{c.Folder}: {c.Fault?.Message}")));
    }

    private static void Check(ParserCase parserCase)
    {
        var verdict = Record.Exception(() => DockerfileDocument.Parse(new("Dockerfile", parserCase.Dockerfile)));
        Assert.True(verdict is null or LocatedException, verdict?.ToString());
        if (parserCase.Result is { } result)
            Compare(ParserReading.Of(parserCase.Dockerfile), result.TrimEnd('\n').Split('\n'), parserCase.Lines);
        if (parserCase.Verdict is { } expected)
            Assert.Equal(expected, verdict is null ? "accepted" : "refused");
        else if (parserCase.IsRefused)
            Assert.NotNull(verdict);
    }

    private static void Compare(ParserReading reading, string[] result, string? lines)
    {
        Assert.Equal(result.Length, reading.Beginnings.Count());
        foreach (var (theirs, own, beginning) in result.Zip(reading.Result, reading.Beginnings))
        {
            Assert.Equal(theirs, own ?? theirs);
            Assert.StartsWith(beginning, theirs, StringComparison.Ordinal);
        }

        if (lines is not null)
            Assert.Equal(lines, string.Join('\n', reading.Lines) + "\n");
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FurtherCasesFactAttribute : FactAttribute
    {
        public FurtherCasesFactAttribute()
        {
            if (!ParserCase.Further.Any())
                Skip = $"set {ParserCase.Variable} to a folder such as frontend/dockerfile/parser of https://github.com/moby/buildkit";
        }
    }
}
