using Attune.Hazards.Repair;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.EndToEnd;

/// <summary>What <c>FixLockedMounts</c> writes has no errors or warnings, and still builds.</summary>
[Trait("Kind", "Engine")]
public sealed class FixedMountsTests : IDisposable
{
    private const string Rust = """
        FROM attune/rust:trixie
        ARG SERVICE
        WORKDIR /src
        RUN mkdir src && printf '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml && echo 'fn main() {}' > src/main.rs

        """;

    private readonly TempDirectory _directory = new();

    public static TheoryData<string, string> Layouts => new()
    {
        { "attune-test/busybox:1", "FROM attune-test/busybox:1\nARG SERVICE\nRUN --mount=type=cache,target=/c --mount=type=cache,target=/d,sharing=shared : $SERVICE ID; ls /c /d\n" },
        { "attune/rust:trixie", Rust + "RUN --mount=type=cache,target=/usr/local/cargo/registry \\\n    --mount=type=cache,target=/usr/local/cargo/git \\\n    : $SERVICE ID; cargo build --offline\n" },
        { "attune/rust:trixie", Rust + "RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=shared <<EOF\n: $SERVICE ID; cargo build --offline\nEOF\n" },
        { "attune/rust:trixie", Rust + "RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target,sharing=locked : $SERVICE ID; cargo build --offline && cp target/debug/a /a\n" },
    };

    public void Dispose() => _directory.Dispose();

    [EngineTheory]
    [MemberData(nameof(Layouts))]
    public async Task Builds_after_safe_and_after_unsafe_fixes(string image, string dockerfile)
    {
        await using var engine = await ConnectedEngine.ConnectAsync();
        var isBuilt = await engine!.Docker.Images.FindAsync(image, CancellationToken.None) is not null &&
            !(engine.Version.Major < 23 && dockerfile.Contains("<<EOF", StringComparison.Ordinal));
        foreach (var safety in new[] { FixSafety.Safe, FixSafety.Unsafe })
        {
            var id = Guid.NewGuid().ToString("N")[..8];
            _directory.Write("Dockerfile", dockerfile.Replace("ID", id, StringComparison.Ordinal));
            _directory.Write("compose.yml", string.Concat(new[] { "services:\n" }.Concat(new[] { "api", "worker" }.Select(s =>
                $"  {s}: {{ image: \"attune-test/fixed-{s}\", build: {{ context: ., network: none, args: {{ SERVICE: {s} }} }} }}\n"))));
            var host = new TestHost(_directory.Path);
            await using var workflow = new AttuneWorkflow(Settings(safety), host.Create());
            await workflow.FixLockedMountsAsync();
            Assert.NotEqual(dockerfile.Replace("ID", id, StringComparison.Ordinal), await File.ReadAllTextAsync(Path.Combine(_directory.Path, "Dockerfile")));
            var fixedAt = host.Output.Length;
            await workflow.VerifyLockedMountsAsync();
            // Advice may be left, such as that a lock which is now the only one is needless.
            Assert.DoesNotMatch(": (error|warning) CM", host.Output[fixedAt..]);
            if (isBuilt && await Record.ExceptionAsync(workflow.BuildAllAsync) is { } fault)
                Assert.Fail($"{fault.Message}\n{host.Output}\n{await File.ReadAllTextAsync(Path.Combine(_directory.Path, "Dockerfile"))}");
        }
    }

    [EngineFact]
    public async Task Ids_that_the_frontend_of_the_engine_in_use_does_not_expand_are_reported()
    {
        await using var engine = await ConnectedEngine.ConnectAsync();
        _directory.Write("Dockerfile", "FROM alpine\nARG SERVICE\nRUN --mount=type=cache,id=x-${SERVICE},target=/c,sharing=locked make\n");
        _directory.Write("compose.yml", "services:\n  api: { build: { context: ., args: { SERVICE: api } } }\n  worker: { build: { context: ., args: { SERVICE: worker } } }\n");
        var host = new TestHost(_directory.Path);
        await using var workflow = new AttuneWorkflow(Settings(FixSafety.Safe), host.Create());
        await workflow.VerifyLockedMountsAsync();
        Assert.Equal(engine!.Version.Major < 23, host.Output.Contains("CM009", StringComparison.Ordinal));
    }

    private WorkflowSettings Settings(FixSafety fixes) => new(_directory.Path)
    {
        Engine = TestEngine.Address,
        Check = new() { Fixes = fixes },
    };
}
