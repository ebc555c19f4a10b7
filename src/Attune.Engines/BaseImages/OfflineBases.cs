namespace Attune.Engines.BaseImages;

/// <summary>The stand-ins there are.</summary>
public static class OfflineBases
{
    private const string Path = "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static readonly string[] Shell = ["base-files", "base-passwd", "bash", "coreutils", "dash", "findutils", "grep", "libc-bin", "sed"];

    // What base-passwd's installation script would write, cut to what is used.
    private static readonly Dictionary<string, string> Accounts = new()
    {
        ["etc/passwd"] = """
            root:x:0:0:root:/root:/bin/bash
            www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
            nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin

            """,
        ["etc/group"] = """
            root:x:0:
            www-data:x:33:
            nogroup:x:65534:

            """,
    };

    private static readonly OfflineRecipe Debian = new("attune/debian:trixie", [.. Shell, "libgcc-s1", "tar", "gzip"])
    {
        Files = Accounts,
        Changes = [Path, "CMD [\"bash\"]"],
    };

    private static readonly OfflineRecipe Nginx = new("attune/nginx:trixie", [.. Shell, "nginx", "wget"])
    {
        Files = Accounts,
        Changes = [Path, "CMD [\"nginx\", \"-g\", \"daemon off;\"]"],
    };

    private static readonly OfflineRecipe Rust = new("attune/rust:trixie", [.. Shell, "cargo", "rustc", "gcc", "libc6-dev"])
    {
        Bare = RustCrates.Packages,
        // gcc is here to link, not to compile C: no preprocessor and compiler proper, no kernel headers, no sanitizers, no profiler.
        Omitted =
        [
            "cpp-14-x86-64-linux-gnu", "linux-libc-dev", "libasan8", "libtsan2", "libhwasan0", "liblsan0", "libubsan1", "libgprofng0",
            "openssl-provider-legacy",
        ],
        Files = new Dictionary<string, string>(Accounts)
        {
            // Where cargo finds it from every directory, whatever its home is: builds mount caches over the home or parts of it.
            [".cargo/config.toml"] = """
                [source.crates-io]
                replace-with = "debian"

                [source.debian]
                directory = "/usr/share/cargo/registry"

                """,
        },
        // What installing gcc would set up as an alternative.
        Links = new Dictionary<string, string> { ["usr/bin/cc"] = "gcc" },
        Changes = [Path, "ENV CARGO_HOME=/usr/local/cargo", "CMD [\"bash\"]"],
    };

    internal static IReadOnlyList<OfflineRecipe> Recipes { get; } = [Rust, Debian, Nginx];

    /// <summary>The names of the stand-ins.</summary>
    public static IReadOnlyList<string> Tags { get; } = [.. Recipes.Select(recipe => recipe.Tag)];
}
