using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose.Tests;

/// <summary>Holds what this reader makes of the corpus against what <c>docker compose config</c> makes of it.</summary>
[Trait("Category", "Integration")]
public class AgreementTests
{
    public static TheoryData<string> Names =>
        [.. CorpusCase.Names.Where(name =>
            !name.StartsWith("fault-", StringComparison.Ordinal) && CorpusCase.Open(name).Request.ComposeDiffers is null)];

    [ComposeTheory]
    [MemberData(nameof(Names))]
    public void Agrees_with_docker_compose(string name)
    {
        var corpus = CorpusCase.Open(name);
        var (exitCode, output) = DockerCompose.Run(corpus.CurrentDirectory, Arguments(corpus), corpus.Request.Environment);
        Assert.True(exitCode == 0, "We take this project, docker compose refuses it:\n" + output);
        var theirs = (ComposeMapping)YamlReader.Read(new("config", output)).Single();
        Assert.Equal(ConfigText.Of(theirs), ConfigText.Of(ComposeProject.Load(corpus.ToRequest(), new DiskSourceFiles())));
    }

    private static IEnumerable<string> Arguments(CorpusCase corpus)
    {
        var request = corpus.Request;
        return [
            .. request.Files.SelectMany(f => new[] { "-f", f }),
            .. request.EnvFiles.SelectMany(f => new[] { "--env-file", f }),
            .. request.Profiles.SelectMany(p => new[] { "--profile", p }),
            .. request.ProjectDirectory is null ? Array.Empty<string>() : ["--project-directory", request.ProjectDirectory],
            .. request.ProjectName is null ? Array.Empty<string>() : ["-p", request.ProjectName],
            "config",
        ];
    }
}
