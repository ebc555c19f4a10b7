using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose.Tests;

/// <summary>Holds what this reader makes of the corpus against what <c>docker compose config</c> makes of it.</summary>
[Trait("Category", "Integration")]
public class AgreementTests
{
    public static TheoryData<string> Names => [.. CorpusCase.Names];

    [ComposeTheory]
    [MemberData(nameof(Names))]
    public void Agrees_with_docker_compose(string name)
    {
        var corpus = CorpusCase.Open(name);
        if (corpus.Request.ComposeDiffers is not null)
            return;
        var (exitCode, output) = DockerCompose.Run(corpus.CurrentDirectory, Arguments(corpus), corpus.Request.Environment);
        var ours = Load(corpus);
        if (ours is null)
        {
            Assert.True(exitCode != 0, "We refuse this project, docker compose takes it:\n" + corpus.Describe());
            return;
        }

        Assert.True(exitCode == 0, "We take this project, docker compose refuses it:\n" + output);
        var theirs = (ComposeMapping)YamlReader.Read(new("config", output)).Single();
        Assert.Equal(ConfigText.Of(theirs), ConfigText.Of(ours));
    }

    private static ComposeProject? Load(CorpusCase corpus)
    {
        try
        {
            return ComposeProject.Load(corpus.ToRequest(), new DiskSourceFiles());
        }
        catch (Exception e) when (e is LocatedException or UserErrorException)
        {
            return null;
        }
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
