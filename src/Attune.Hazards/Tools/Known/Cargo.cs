using System.Collections.Immutable;

namespace Attune.Hazards.Tools.Known;

/// <summary>cargo: its package cache is guarded by a lock file in the home itself, so it depends on what is mounted.</summary>
internal static class Cargo
{
    private const string OutsideLock = "locks it with .package-cache in its home, which is outside this mount: each container has a lock of its own";

    private const string Home = "home";

    public static Tool Tool { get; } = new("cargo")
    {
        Commands = ["cargo", "xx-cargo", "cargo-chef", "cargo-zigbuild", "cross", "trunk", "maturin", "wasm-pack"],
        Directories =
        [
            new(Home, Safety.Safe, "locks its home with .package-cache, which is in this mount")
            {
                Paths = ["~/.cargo", "/usr/local/cargo", "/var/cache/cargo"],
                Variables = ["CARGO_HOME"],
                Sources =
                [
                    "https://github.com/rust-lang/cargo/blob/master/src/util/cache_lock.rs",
                    "https://github.com/docker/docs/pull/25616",
                ],
            },
            // unpack_package creates .cargo-ok with create_new, and relies on the lock that the caller holds.
            Part("registry", ["registry"], "https://github.com/rust-lang/cargo/issues/11376", "https://github.com/docker/docs/issues/25597"),
            Part("unpacked crates", ["registry/src"], "https://github.com/rust-lang/cargo/blob/master/src/sources/registry/mod.rs"),
            // finish_download takes every file that isn't empty for a whole one, also one that another cargo is still writing.
            Part("downloaded crates", ["registry/cache"], "https://github.com/rust-lang/cargo/blob/master/src/sources/registry/download.rs"),
            // Index caches are written in place; a git index has a config.lock that a second cargo fails on.
            Part(
                "registry index",
                ["registry/index"],
                "https://github.com/rust-lang/cargo/blob/master/src/sources/registry/index/cache.rs",
                "https://github.com/rust-lang/cargo/issues/11376"),
            Part(
                "git checkouts", ["git", "git/db", "git/checkouts"], "https://github.com/base/base/pull/851", "https://github.com/ome-projects/ome/pull/676"),
            new("target directory", Safety.Safe, "locks each profile of a target directory with a file inside it")
            {
                Paths = ["**/target", "**/target/release", "**/target/debug"],
                Variables = ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "--target-dir"],
                Recognition = Recognition.PathAndCommand,
                Content = ContentKind.PlatformOutput,
                Sources =
                [
                    "https://github.com/rust-lang/cargo/blob/master/src/compiler/layout.rs",
                    "https://github.com/DataDog/datadog-lambda-extension/pull/1369",
                ],
            },
        ],
    };

    /// <summary>Whether it is a part of the home that is mounted without the home's lock.</summary>
    public static bool IsPart(ToolUse use) => use.Tool == Tool && use.Directory!.GuardedBy is not null;

    private static CacheDirectory Part(string what, ImmutableArray<string> below, params ReadOnlySpan<string> sources) => new(what, Safety.Unsafe, OutsideLock)
    {
        Paths = [.. below.SelectMany(b => new[] { $"~/.cargo/{b}", $"/usr/local/cargo/{b}", $"**/cargo/{b}" })],
        Variables = [.. below.Select(b => $"CARGO_HOME/{b}")],
        GuardedBy = Home,
        Sources = [.. sources],
    };
}
