namespace Attune.Hazards.Tools.Known;

/// <summary>cargo: its package cache is guarded by a lock file in the home itself, so it depends on what is mounted.</summary>
internal static class Cargo
{
    public const string OutsideLock = "locks it with .package-cache in its home, which is outside this mount: each container has a lock of its own";

    public static Tool Tool { get; } = new("cargo")
    {
        Commands = ["cargo", "xx-cargo", "cargo-chef", "cargo-zigbuild", "cross", "trunk", "maturin", "wasm-pack"],
        Directories =
        [
            new("home", Safety.Safe, "locks its home with .package-cache, which is in this mount")
            {
                Paths = ["~/.cargo", "/usr/local/cargo", "/var/cache/cargo"],
                Variables = ["CARGO_HOME"],
                Sources =
                [
                    "https://github.com/rust-lang/cargo/blob/master/src/cargo/util/cache_lock.rs",
                    "https://github.com/docker/docs/pull/25616",
                ],
            },
            new("registry", Safety.Unsafe, OutsideLock)
            {
                Paths = ["~/.cargo/registry", "/usr/local/cargo/registry", "**/cargo/registry"],
                Variables = ["CARGO_HOME/registry"],
                Sources = ["https://github.com/rust-lang/cargo/issues/11376", "https://github.com/docker/docs/issues/25597"],
            },
            new("registry index", Safety.Unsafe, OutsideLock)
            {
                Paths = ["~/.cargo/registry/index", "/usr/local/cargo/registry/index", "**/cargo/registry/index"],
                Variables = ["CARGO_HOME/registry/index"],
                Sources = ["https://github.com/rust-lang/cargo/issues/11376"],
            },
            new("downloaded crates", Safety.Unsafe, OutsideLock)
            {
                Paths = ["~/.cargo/registry/cache", "/usr/local/cargo/registry/cache", "**/cargo/registry/cache"],
                Variables = ["CARGO_HOME/registry/cache"],
                Sources = ["https://github.com/rust-lang/cargo/issues/11376"],
            },
            new("unpacked crates", Safety.Unsafe, OutsideLock)
            {
                Paths = ["~/.cargo/registry/src", "/usr/local/cargo/registry/src", "**/cargo/registry/src"],
                Variables = ["CARGO_HOME/registry/src"],
                Sources = ["https://github.com/rust-lang/cargo/issues/11376"],
            },
            new("git checkouts", Safety.Unsafe, OutsideLock)
            {
                Paths =
                [
                    "~/.cargo/git", "~/.cargo/git/db", "~/.cargo/git/checkouts", "/usr/local/cargo/git", "/usr/local/cargo/git/db",
                    "/usr/local/cargo/git/checkouts", "**/cargo/git", "**/cargo/git/db",
                ],
                Variables = ["CARGO_HOME/git", "CARGO_HOME/git/db", "CARGO_HOME/git/checkouts"],
                Sources = ["https://github.com/base/base/pull/851", "https://github.com/ome-projects/ome/pull/676"],
            },
            new("target directory", Safety.Safe, "locks each profile of a target directory with .cargo-lock inside it")
            {
                Paths = ["**/target", "**/target/release", "**/target/debug"],
                Variables = ["CARGO_TARGET_DIR", "--target-dir"],
                Recognition = Recognition.PathAndCommand,
                Content = ContentKind.PlatformOutput,
                Sources =
                [
                    "https://github.com/rust-lang/cargo/blob/master/src/cargo/core/compiler/layout.rs",
                    "https://github.com/DataDog/datadog-lambda-extension/pull/1369",
                ],
            },
        ],
    };
}
