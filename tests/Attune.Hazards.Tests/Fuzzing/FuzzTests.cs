using Attune.Compose;
using Attune.Dockerfiles;
using Attune.Projects;
using Xunit.Abstractions;

namespace Attune.Hazards.Tests.Fuzzing;

/// <summary>
/// Texts near those of the corpora, for as long as <c>ATTUNE_FUZZ_SECONDS</c> says (each test 3 seconds by default): whatever is written, it is read or
/// refused with a message, soon, and memory stays as it is. <c>ATTUNE_FUZZ_SEED</c> makes another run.
/// </summary>
[Collection(nameof(FuzzTests))]
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] _dockerfiles = Corpus.Dockerfiles();
    private static readonly string[] _composeFiles = Corpus.ComposeFiles();

    [Fact]
    public void Any_Dockerfile_is_read_or_refused() => output.WriteLine(Fuzzing.Of(_dockerfiles).Run(text =>
        DockerfileDocument.Parse(new("Dockerfile", text)).Resolve(new())));

    [Fact]
    public void Any_compose_file_is_read_or_refused() => output.WriteLine(Fuzzing.Of(_composeFiles).Run(text =>
    {
        var files = new MutatedFiles(text, "FROM scratch\n");
        BuildPlan.Of(ComposeProject.Load(MutatedFiles.Request, files), new(MutatedFiles.Root), files);
    }));

    [Fact]
    public void Any_project_is_checked() => output.WriteLine(Fuzzing.Of(_dockerfiles).Run(text =>
    {
        var files = new MutatedFiles(SampleProject.TwoServices, text);
        var plan = BuildPlan.Of(ComposeProject.Load(MutatedFiles.Request, files), new(MutatedFiles.Root), files);
        foreach (var finding in HazardCheck.Run(plan))
            Assert.Contains(finding.Rule, finding.Describe(), StringComparison.Ordinal);
    }));
}
