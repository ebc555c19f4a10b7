using Attune.Compose;
using Attune.Projects;
using Attune.Schedules.Contention;
using Attune.Source;

namespace Attune.Schedules.Tests;

/// <summary>A compose project in a temporary directory.</summary>
internal sealed class SampleProject : IDisposable
{
    /// <summary>Three services of one Dockerfile, told apart by an argument, and one that is apart.</summary>
    public const string Services = """
        services:
          api: { build: { context: ., args: { SERVICE: api } } }
          worker: { build: { context: ., args: { SERVICE: worker } } }
          sensor: { build: { context: ., args: { SERVICE: sensor } } }
          web: { build: { context: ., dockerfile: web.Dockerfile } }
        """;

    public const string Locked = """
        FROM rust AS build
        WORKDIR /build
        ARG SERVICE
        COPY . .
        RUN --mount=type=cache,target=/cargo,sharing=locked --mount=type=cache,target=/build/target,sharing=locked cargo build --bin ${SERVICE}
        FROM scratch
        COPY --from=build /out/ /
        """;

    private readonly TempDirectory _directory = new();

    public SampleProject With(string path, string text)
    {
        _directory.Write(path, text);
        return this;
    }

    public static SampleProject OfLockedServices() => new SampleProject()
        .With("compose.yml", Services).With("Dockerfile", Locked).With("web.Dockerfile", "FROM nginx\nCOPY . /srv\nRUN make\n");

    public BuildPlan Plan()
    {
        var files = new DiskSourceFiles();
        return BuildPlan.Of(ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files), new(_directory.Path), files);
    }

    public ContentionModel Model() => ContentionModel.Of(Plan());

    public void Dispose() => _directory.Dispose();
}
