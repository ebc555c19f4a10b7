namespace Attune.Compose.Tests;

public class CorpusTests
{
    public static TheoryData<string> Names => [.. CorpusCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Resolves_a_project_of_the_corpus(string name)
    {
        var corpus = CorpusCase.Open(name);
        return Verifier.VerifyFile(corpus.Describe(), Path.Combine(corpus.Directory, "model.verified.txt"));
    }
}
