using Attune.Source;

namespace Attune.Dockerfiles.Tests;

/// <summary>Every folder under <c>Corpus</c>: a Dockerfile and, in <c>tree.txt</c>, all that is read from it.</summary>
public class CorpusTests
{
    private static readonly string _corpus = Path.Combine(RepositoryRoot.Path, "tests", "Attune.Dockerfiles.Tests", "Corpus");

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(_corpus).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Reads_every_detail_of(string name)
    {
        var document = DockerfileDocument.Parse(Read(name));
        return Verifier.VerifyFile(TreePrinter.Print(document, document.Resolve(new())), Path.Combine(_corpus, name, "tree.txt"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_the_same_with_windows_line_ends_and_a_byte_order_mark(string name)
    {
        var unix = Read(name);
        var windows = new SourceText(unix.Path, '\uFEFF' + unix.Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(Describe(unix), Describe(windows));
    }

    private static string Describe(SourceText source)
    {
        var document = DockerfileDocument.Parse(source);
        var build = document.Resolve(new());
        return string.Join('\n', document.Instructions.Select(i => $"{i.Keyword} {string.Join(' ', i.Flags.Select(f => f.Name + f.Value))} {i.Arguments}"))
            + string.Join('\n', build.CacheMounts.Select(m => $"{m.EngineId} {m.MountPath} {m.Sharing} {m.Location.Start.Line}"))
            + build.ContextPaths.Key;
    }

    private static SourceText Read(string name) => new("Dockerfile", File.ReadAllText(Path.Combine(_corpus, name, "Dockerfile")));
}
