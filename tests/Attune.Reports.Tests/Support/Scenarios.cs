using Attune.Builds.Events;
using Attune.Source;

namespace Attune.Reports.Tests.Support;

/// <summary>Builds as they happen: six services of a Rust workspace and its web page; a hundred services.</summary>
internal static class Scenarios
{
    private const string LoadDockerfile = "[internal] load build definition from Dockerfile";
    private const string LoadContext = "[internal] load build context";
    private const string Base = "[build 1/6] FROM docker.io/library/rust:1.92-slim";
    private const string Workdir = "[build 2/6] WORKDIR /build";
    private const string CopyManifests = "[build 3/6] COPY Cargo.toml Cargo.lock ./";
    private const string Export = "exporting to image";

    private static readonly string[] _rust = ["api", "executor", "worker", "sensor", "notifier"];

    public static SourceText Dockerfile { get; } = new(
        "Dockerfile",
        "FROM rust:1.92-slim as build\nWORKDIR /build\nCOPY Cargo.toml Cargo.lock ./\nCOPY src src\nARG SERVICE\n" +
        "RUN --mount=type=cache,target=/build/target,sharing=locked cargo build --release --bin attune-${SERVICE}\n");

    public static BuildFailure CompileError { get; } = new(
        "process \"/bin/sh -c cargo build --release --bin attune-worker\" did not complete successfully: exit code: 101",
        "[build 6/6] RUN cargo build --release --bin attune-worker",
        Dockerfile.LocationOf(Span.FromBounds(Dockerfile.OffsetOf(new(6, 1)), Dockerfile.OffsetOf(new(7, 1)) - 1)),
        ["error[E0425]: cannot find value `job` in this scope", "  --> src/worker/src/main.rs:42:9", "   |", "42 |         job.run();", "   |         ^^^ not found in this scope"]);

    /// <summary>Three at a time; the worker fails to compile, the user stops the build, the notifier never starts.</summary>
    public static IReadOnlyList<BuildEvent> SixServices { get; } = Six().Events;

    public static IReadOnlyList<BuildEvent> Hundred { get; } = Many(100);

    public static BuiltImage Image(string service, long? size) => new(Script.IdOf(service), size, [$"attune-{service}:latest"]);

    private static string Cargo(string service) => $"[build 6/6] RUN cargo build --release --bin attune-{service}";

    private static Script Six()
    {
        var script = new Script().At(0).Begin(3, [.. _rust, "web"]).Service("api", "executor", "web");
        script.At(0.1).Run(LoadDockerfile, "api", "executor").Done(LoadDockerfile, "api", "executor")
            .Warn("FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)", Dockerfile.LocationOf(new(0, 28)), "api", "executor")
            .Run(LoadContext, "api", "executor")
            .At(0.2).Cached("[stage-0 1/2] FROM docker.io/library/caddy:2", "web").Cached("[stage-0 2/2] COPY src/web /srv", "web")
            .At(0.3).Finish(new("web", ServiceOutcome.Cached, TimeSpan.FromSeconds(0.3), new(2, 0), Image("web", 48_213_456)))
            .Service("worker")
            .At(0.4).Send(new(340, 12, 34_512), Completion.Running, "api", "executor")
            .At(0.9).Send(new(340, 120, 1_234_512), Completion.Completed, "api", "executor").Done(LoadContext, "api", "executor")
            .Run(Base, "api", "executor", "worker").Pull(Base, 12_000_000, 48_000_000, "api", "executor", "worker")
            .At(3.5).Done(Base, "api", "executor", "worker")
            .Cached(Workdir, "api", "executor", "worker").Cached(CopyManifests, "api", "executor", "worker");
        Compile(script);
        return script;
    }

    private static void Compile(Script script)
    {
        foreach (var service in (string[])["api", "executor", "worker"])
            script.Run(Cargo(service), service);
        script.At(3.8).Print(Cargo("api"), "    Updating crates.io index\n Downloading crates ...\r\u001b[K  Downloaded serde v1.0.228\n", "api")
            .At(4.2).Print(Cargo("api"), "\u001b[32m   Compiling\u001b[0m serde v1.0", "api").At(4.3).Print(Cargo("api"), ".228\n", "api")
            .Print(Cargo("executor"), "    Blocking waiting for file lock on package cache\n", "executor")
            .At(9.1).Print(Cargo("worker"), "error[E0425]: cannot find value `job` in this scope\n  --> src/worker/src/main.rs:42:9\n", "worker")
            .At(9.2).Fail(Cargo("worker"), "process \"/bin/sh -c cargo build\" did not complete successfully: exit code: 101", "worker")
            .At(9.3).Finish(new("worker", ServiceOutcome.Failed, TimeSpan.FromSeconds(9), new(2, 1)) { Failure = CompileError })
            .Service("sensor").Run(Cargo("sensor"), "sensor")
            .At(75.5).Print(Cargo("api"), "    Finished `release` profile [optimized] target(s) in 1m 12s", "api").Done(Cargo("api"), "api")
            .Run(Export, "api").At(76).Done(Export, "api")
            .At(76.1).Finish(new("api", ServiceOutcome.Built, TimeSpan.FromSeconds(76.1), new(2, 2), Image("api", 101_234_567)))
            .At(77).Cancel(Cargo("executor"), "executor").Cancel(Cargo("sensor"), "sensor")
            .At(77.1).Finish(new("executor", ServiceOutcome.Cancelled, TimeSpan.FromSeconds(77.1), new(2, 1)))
            .Finish(new("sensor", ServiceOutcome.Cancelled, TimeSpan.FromSeconds(67.8), new(0, 0)))
            .Finish(new("notifier", ServiceOutcome.NotRun, TimeSpan.Zero, new(0, 0)))
            .End();
    }

    // Ten at a time; service n takes n/10 seconds; all share the first step.
    private static IReadOnlyList<BuildEvent> Many(int count)
    {
        string[] names = [.. Enumerable.Range(1, count).Select(i => $"service-{i:000}")];
        var script = new Script().At(0).Begin(10, names);
        for (var i = 0; i < count; i++)
        {
            var batch = i / 10 * 10.0;
            script.At(batch).Service(names[i]).Run("[1/2] FROM docker.io/library/busybox", names[i])
                .At(batch + 0.5).Done("[1/2] FROM docker.io/library/busybox", names[i]).Run($"[2/2] RUN make {names[i]}", names[i])
                .Print($"[2/2] RUN make {names[i]}", $"cc -c {names[i]}.c\n", names[i]);
        }

        for (var i = 0; i < count; i++)
            script.At((i / 10 * 10.0) + 1 + (i / 20.0)).Done($"[2/2] RUN make {names[i]}", names[i])
                .Finish(new(names[i], ServiceOutcome.Built, TimeSpan.FromSeconds(1 + (i / 20.0)), new(0, 2), Image(names[i], 1_000_000 + i)));
        return [.. script.At(120).End().Events.OrderBy(e => e.At)];
    }
}
