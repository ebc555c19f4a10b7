using System.Collections.Immutable;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Mounts;
using Attune.Recovery.Diagnosis;
using Attune.Recovery.Signatures;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Attune.Recovery.Tests.Diagnosis;

/// <summary>Messages as they stand in the threads that the signatures name, and as cargo 1.85 prints them.</summary>
public sealed class DiagnosticianTests
{
    private const string Cargo = """
        error: failed to download `tracing v0.1.40`

        Caused by:
          unable to get packages from source

        Caused by:
          failed to download replaced source registry `crates-io`

        Caused by:
          failed to unpack package `tracing v0.1.40 (registry `/crates`)`

        Caused by:
          failed to open `/usr/local/cargo/registry/src/-ea9a2675b0f39538/tracing-0.1.40/.cargo-ok`

        Caused by:
          File exists (os error 17)
        """;

    private const string Unreadable = """
        error: failed to download `try-lock v0.2.5`

        Caused by:
          unable to get packages from source

        Caused by:
          failed to download replaced source registry `crates-io`

        Caused by:
          failed to read `/usr/local/cargo/registry/src/-ea9a2675b0f39538/try-lock-0.2.5/Cargo.toml`

        Caused by:
          No such file or directory (os error 2)
        """;

    public static TheoryData<string, string, string> Known => new()
    {
        { "cargo", "/usr/local/cargo/registry", Cargo },
        { "cargo", "/usr/local/cargo/registry", Cargo.Replace("failed to open `/usr/local/cargo/registry/src/-ea9a2675b0f39538/tracing-0.1.40/.cargo-ok`", "failed to unpack entry", StringComparison.Ordinal) },
        { "cargo", "/usr/local/cargo/registry", Unreadable },
        { "cargo", "/usr/local/cargo/registry", Unreadable.Replace("No such file or directory (os error 2)", "", StringComparison.Ordinal).Replace("failed to read", "failed to parse manifest at", StringComparison.Ordinal) + "can't find library `try_lock`, rename file to `src/lib.rs` or specify lib.path" },
        { "cargo", "/usr/local/cargo/registry", "   Compiling try-lock v0.2.5\nerror: couldn't read `/usr/local/cargo/registry/src/-ea9a2675b0f39538/try-lock-0.2.5/src/lib.rs`: No such file or directory (os error 2)" },
        { "cargo", "/root/.cargo", "error: failed to lock file '/root/.cargo/git/db/shared-1a2b/config.lock' for writing: ; class=Os (2); code=Locked (-14)" },
        { "cargo", "/usr/local/cargo/git", "error: failed to load source for dependency `shared`\n\nCaused by:\n  Unable to update https://example.com/shared\n\nCaused by:\n  object not found - no match for id (0a1b); class=Odb (9); code=NotFound (-3)" },
        { "apt", "/var/lib/apt", "Reading package lists...\nE: Could not get lock /var/lib/apt/lists/lock - open (11: Resource temporarily unavailable)\nE: Unable to lock directory /var/lib/apt/lists/" },
        { "apt", "/var/cache/apt", "E: Could not get lock /var/cache/apt/archives/lock. It is held by process 0\nE: Unable to lock directory /var/cache/apt/archives/" },
        { "npm", "/root/.npm", "npm error code EEXIST\nnpm error syscall rename\nnpm error path /root/.npm/_cacache/tmp/1f2e\nnpm error dest /root/.npm/_cacache/content-v2/sha512/ab" },
        { "npm", "/root/.npm", "npm ERR! code EEXIST\nnpm ERR! syscall open\nnpm ERR! path /root/.npm/_cacache/tmp/f46cd6fa\nnpm ERR! errno -17" },
        { "yarn", "/usr/local/share/.cache/yarn", "error https://registry.yarnpkg.com/a.tgz: Extracting tar content of undefined failed, the file appears to be corrupt: \"EEXIST: file already exists, mkdir '/usr/local/share/.cache/yarn/v6/npm-body-parser-1.18.3-5b29/node_modules/body-parser'\"" },
        { "pnpm", "/pnpm/store", "pnpm: ENOENT: no such file or directory, copyfile '/pnpm/store/v3/files/65/c664' -> '/app/node_modules/.pnpm/a/package.json'" },
        { "pip", "/root/.cache/pip", "OSError: [Errno 39] Directory not empty: '/root/.cache/pip/http-v2/a/b'" },
        { "pip", "/root/.cache/pip", "Collecting tox\n  Using cached tox-2.3.1-py2.py3-none-any.whl\nTraceback (most recent call last):\nzipfile.BadZipFile: File is not a zip file" },
        { "uv", "/root/.cache/uv", "error: Failed to install: a.whl\n  Caused by: failed to rename file from /root/.cache/uv/.tmpXU7 to /root/.cache/uv/archive-v0/IPI\n  Caused by: Directory not empty (os error 39)" },
        { "go", "/go/pkg/mod", "go: example.com/a@v1.0.0: mkdir /go/pkg/mod/cache/vcs/da51: no such file or directory" },
        { "go", "/go/pkg/mod", "github.com/sirupsen/logrus@v1.4.2: zip: not a valid zip file" },
        { "NuGet", "/root/.nuget/packages", "/usr/share/dotnet/sdk/8.0.405/NuGet.targets(174,5): error : Could not find file '/root/.nuget/packages/system.runtime.interopservices/4.1.0/shgqghmt.ntf'. [/src/Utilities.sln]" },
        { "Maven", "/root/.m2", "[ERROR] error reading /root/.m2/repository/org/a/2.0.0/a-2.0.0.jar; zip END header not found" },
        { "Gradle", "/home/gradle/.gradle", "> Timeout waiting to lock journal cache (/home/gradle/.gradle/caches/journal-1). It is currently in use by another Gradle instance." },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Names_the_tool_and_the_mount(string tool, string target, string log)
    {
        var found = Diagnostician.Find(log.Split('\n'), Mounts(target, "/other"));
        Assert.Equal((tool, target), (found?.Tool.Tool, found?.Mount.MountPath));
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Is_silent_when_the_step_mounts_no_such_cache(string tool, string target, string log)
    {
        Assert.NotEqual(tool, target);
        Assert.Null(Diagnostician.Find(log.Split('\n'), Mounts("/other")));
        Assert.Null(Diagnostician.Find(log.Split('\n'), []));
    }

    [Theory]
    [InlineData("error[E0425]: cannot find value `x` in this scope\n --> src/main.rs:2:5\nerror: could not compile `attune-api` (bin \"attune-api\") due to 1 previous error")]
    [InlineData("error: failed to download `tracing v0.1.40`\n\nCaused by:\n  [6] Couldn't resolve host name (Could not resolve host: static.crates.io)")]
    [InlineData("error: failed to unpack package `tracing v0.1.40`\n\nCaused by:\n  No space left on device (os error 28)")]
    [InlineData("error: failed to download `home v0.5.11`\n\nCaused by:\n  failed to parse manifest at `/usr/local/cargo/registry/src/index.crates.io-6f17d22bba15001f/home-0.5.11/Cargo.toml`\n\nCaused by:\n  feature `edition2024` is required")]
    [InlineData("error: failed to read `/src/services/api/Cargo.toml`\n\nCaused by:\n  No such file or directory (os error 2)")]
    [InlineData("error: couldn't read `services/api/src/page.html`: No such file or directory (os error 2)\n --> services/api/src/main.rs:3:5")]
    [InlineData("error: failed to create directory `/out`\n\nCaused by:\n  File exists (os error 17)")]
    [InlineData("mkdir: cannot create directory '/out': File exists")]
    [InlineData("E: Unable to locate package libfoo-dev")]
    [InlineData("npm error code E404\nnpm error 404 Not Found - GET https://registry.npmjs.org/nothing")]
    [InlineData("ERROR: No matching distribution found for nothing")]
    public void Takes_no_ordinary_failure_for_a_race(string log) =>
        Assert.Null(Diagnostician.Find(log.Split('\n'), Mounts("/usr/local/cargo/registry", "/root/.npm", "/var/lib/apt", "/root/.cache/pip")));

    [Fact]
    public void Reads_the_crate_and_the_path_of_the_message()
    {
        var found = Diagnostician.Find(Cargo.Split('\n'), Mounts("/usr/local/cargo/registry"))!;
        Assert.Equal(("tracing-0.1.40", "/usr/local/cargo/registry/src/-ea9a2675b0f39538/tracing-0.1.40/.cargo-ok"), (found.Item, found.Path));
        Assert.Equal("try-lock-0.2.5", Diagnostician.Find(Unreadable.Split('\n'), Mounts("/usr/local/cargo/registry"))!.Item);
    }

    [Property(MaxTest = 200)]
    public Property Finds_a_message_wherever_it_stands_in_a_log(NonNull<string>[] before, NonNull<string>[] after)
    {
        string[] log = [.. before.Select(b => b.Get), .. Cargo.Split('\n'), .. after.Select(a => a.Get)];
        return (Diagnostician.Find(log, Mounts("/usr/local/cargo/registry"))?.Tool.Tool == "cargo").ToProperty();
    }

    [Fact]
    public void Every_signature_names_a_thread_that_shows_it() => Assert.All(
        SignatureCatalog.Tools.SelectMany(t => t.Signatures), s => Assert.StartsWith("https://github.com/", s.Source, StringComparison.Ordinal));

    private static ImmutableArray<CacheMount> Mounts(params string[] targets)
    {
        var mounts = string.Join(' ', targets.Select(t => $"--mount=type=cache,target={t}"));
        return DockerfileDocument.Parse(new("Dockerfile", $"FROM x\nRUN {mounts} build\n")).Resolve(new()).CacheMounts;
    }
}
