namespace Attune.Compose.Tests;

public class CorpusTests
{
    public static TheoryData<string> Names => [.. CorpusCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Resolves_a_project_or_says_where_it_is_wrong(string name)
    {
        var corpus = CorpusCase.Open(name);
        return Verifier.VerifyFile(corpus.Describe(), Path.Combine(corpus.Directory, "model.verified.txt"));
    }
}
