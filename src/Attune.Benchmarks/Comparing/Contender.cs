using System.Collections.Immutable;

namespace Attune.Benchmarks.Comparing;

/// <summary>The program that a contender runs.</summary>
public enum BuildProgram
{
    /// <summary>This build's own start script.</summary>
    Own,

    /// <summary><c>docker compose build</c></summary>
    Compose,

    /// <summary><c>docker buildx bake</c></summary>
    Bake,
}

/// <summary>A way to build all services.</summary>
/// <param name="Name">What <c>--compare</c> calls it.</param>
/// <param name="Title">What a reader calls it.</param>
/// <param name="Program">The program.</param>
/// <param name="Targets">Targets and options of this build; the peers take none.</param>
public sealed record Contender(string Name, string Title, BuildProgram Program, ImmutableArray<string> Targets)
{
    /// <summary>The name of the one that the others are compared with: what is recommended where mounts are locked.</summary>
    public const string Baseline = "warm";

    /// <summary>All that are known.</summary>
    public static ImmutableArray<Contender> All { get; } =
    [
        Own("unlocked", "parallel, unlocked mounts", "BuildAll", "--strategy", "Unlocked", "--retries", "0"),
        Own("recovering", "parallel, unlocked mounts, damaged caches mended", "BuildAll", "--strategy", "Unlocked", "--retries", "1"),
        Own("locked", "parallel, locked mounts", "BuildAll", "--strategy", "Locked"),
        Own("warm", "cache warm + build, locked mounts", "CacheWarm", "BuildAll", "--strategy", "Locked"),
        Own("warm-fetch", "fetch, then parallel, unlocked mounts", "CacheWarm", "BuildAll", "--warm", "Fetch", "--strategy", "Unlocked", "--retries", "0"),
        Own("sequential", "one service at a time", "BuildAll", "--strategy", "Sequential"),
        Own("compile-once", "compile once (Dockerfile.optimized)", "BuildAll", "--strategy", "CompileOnce"),
        new("compose", "docker compose build, locked mounts", BuildProgram.Compose, []),
        new("bake", "docker buildx bake, locked mounts", BuildProgram.Bake, []),
    ];

    private static Contender Own(string name, string title, params ImmutableArray<string> targets) => new(name, title, BuildProgram.Own, targets);
}
