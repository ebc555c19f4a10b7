using System.Diagnostics;
using System.Text;
using Attune.Projects;
using Attune.Source;
using Xunit.Abstractions;

namespace Attune.Hazards.Tests;

/// <summary>
/// Large projects are checked in a moment. The limits leave room for slow machines; <c>--logger "console;verbosity=detailed"</c> shows what is
/// measured.
/// </summary>
public sealed class ScaleTests(ITestOutputHelper output) : IDisposable
{
    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Checks_500_services_with_20_mounts_each()
    {
        _project.With("compose.yml", "services:\n" + Repeat(500, i => $"  s{i}: {{ build: {{ context: ., args: {{ SERVICE: s{i} }} }} }}\n"));
        _project.With("Dockerfile", "FROM rust:1.92\nARG SERVICE\n" + Repeat(10, i =>
            $"RUN --mount=type=cache,target=/usr/local/cargo/registry{(i % 2 == 0 ? "" : ",sharing=locked")} --mount=type=cache,target=/c{i} make step{i}\n"));
        Assert.NotEmpty(Measure("500 services, 20 mounts", () => HazardCheck.Run(_project.Plan())));
    }

    [Fact]
    public void Checks_500_services_with_a_Dockerfile_and_20_mounts_each()
    {
        _project.With("compose.yml", "services:\n" + Repeat(500, i => $"  s{i}: {{ build: {{ context: ., dockerfile: s{i}.Dockerfile }} }}\n"));
        for (var i = 0; i < 500; i++)
            _project.With($"s{i}.Dockerfile", "FROM rust:1.92\n" + Repeat(20, m => $"RUN --mount=type=cache,id=c{m},target=/c{m},sharing={(m % 2 == 0 ? "locked" : "shared")} make s{i}\n"));
        Assert.NotEmpty(Measure("500 services, a Dockerfile each, 20 mounts", () => HazardCheck.Run(_project.Plan())));
    }

    [Fact]
    public void Checks_1000_Dockerfiles()
    {
        for (var i = 0; i < 1000; i++)
            _project.With($"services/s{i}/Dockerfile", $"""
                # syntax=docker/dockerfile:1
                FROM rust:1.92 AS build
                WORKDIR /src
                COPY . .
                RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/usr/local/cargo/git \
                    --mount=type=cache,target=/src/target,id=target-s{i} cargo build --release -p s{i}
                FROM debian:trixie-slim
                RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y s{i}
                COPY --from=build /src/target/release/s{i} /usr/local/bin/
                """);
        Assert.NotEmpty(Measure("1000 Dockerfiles", () => HazardCheck.Run(PlanOfAll())));
    }

    private BuildPlan PlanOfAll()
    {
        var files = new DiskSourceFiles();
        return new DockerfileProject(new(_project.Directory), files).Plan(DockerfileSearch.Find(_project.Directory, files));
    }

    private T Measure<T>(string what, Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms cold");
        watch.Restart();
        work();
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms warm");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
        return result;
    }

    private static string Repeat(int count, Func<int, string> part) => Enumerable.Range(0, count).Aggregate(new StringBuilder(), (text, i) => text.Append(part(i))).ToString();
}
