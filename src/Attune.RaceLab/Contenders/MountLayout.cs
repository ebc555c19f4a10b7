using System.Collections.Immutable;

namespace Attune.RaceLab.Contenders;

/// <summary>A way of mounting cargo's caches.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it does, in a few words.</param>
public sealed record MountLayout(string Name, string Description)
{
    private const string Split = """
        --mount=type=cache,target=/usr/local/cargo/registry{0} \
            --mount=type=cache,target=/usr/local/cargo/git{0} \
            --mount=type=cache,target=/build/target{0}
        """;

    /// <summary>The lab's own ways, the one that races first.</summary>
    public static ImmutableArray<MountLayout> All { get; } =
    [
        new("Unlocked", "registry, git and target shared, nothing locked") { Mounts = Split.Replace("{0}", "", StringComparison.Ordinal) },
        new("Locked", "the same mounts, sharing=locked") { Mounts = Split.Replace("{0}", ",sharing=locked", StringComparison.Ordinal) },
        new("WarmFetch", "one cargo fetch first, then the unlocked mounts")
        {
            Mounts = Split.Replace("{0}", "", StringComparison.Ordinal),
            WarmCommand = "cargo fetch",
        },
        new("Optimized", "one mount as CARGO_HOME, shared: cargo's own lock")
        {
            Settings = "ENV CARGO_HOME=/var/cache/cargo\n",
            Mounts = "--mount=type=cache,target=/var/cache/cargo \\\n    --mount=type=cache,target=/build/target",
        },
    ];

    /// <summary>What a service runs before the others start; null starts all at once.</summary>
    public string? WarmCommand { get; private init; }

    private string Settings { get; init; } = "";

    private string Mounts { get; init; } = "";

    internal string Dockerfile(string command) => $$"""
        ARG {{BenchFolder.ImageArgument}}
        FROM ${{{BenchFolder.ImageArgument}}}
        ARG SERVICE
        {{Settings}}WORKDIR /build
        RUN {{Mounts}} \
            {{command}}

        """;
}
