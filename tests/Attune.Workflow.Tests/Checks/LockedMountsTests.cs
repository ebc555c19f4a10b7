using System.Text.Json;
using Attune.Hazards.Repair;
using Attune.Workflow.Failures;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.Checks;

public sealed class LockedMountsTests : IDisposable
{
    private const string Compose = """
        services:
          api:
            build: { context: ., args: { SERVICE: api } }
          worker:
            build: { context: ., args: { SERVICE: worker } }
        """;

    // Everything that a careless editor would lose: a byte order mark, CRLF, a tab, blanks at a line's end, a missing last line break.
    private const string Dockerfile =
        "\uFEFF# syntax=docker/dockerfile:1\r\nFROM maven:3.9\r\nARG SERVICE\r\nRUN --mount=type=cache,target=/root/.m2 \\\r\n\t# why  \r\n\tmvn package";

    private readonly TempDirectory _directory = new();
    private readonly TestHost _host;

    public LockedMountsTests()
    {
        _host = new(_directory.Path);
        _directory.Write("compose.yml", Compose);
        _directory.Write("Dockerfile", Dockerfile);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Refuses_a_project_that_races_and_names_the_next_step()
    {
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => VerifyAsync(new()));
        Assert.Equal(ExitCodes.WorkFailed, error.ExitCode);
        await Verifier.Verify($"{_host.Output}\n{error.Message}");
    }

    // Only who starts the services must know their secrets.
    [Fact]
    public async Task Looks_at_a_project_whose_secrets_are_not_set()
    {
        _directory.Write("compose.yml", Compose + "\n    environment: { TOKEN: \"${TOKEN:?set it}\" }\n");
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => VerifyAsync(new()));
        Assert.Equal(ExitCodes.WorkFailed, error.ExitCode);
    }

    [Theory]
    [InlineData(ReportFormat.Json, "findings")]
    [InlineData(ReportFormat.Sarif, "runs")]
    public async Task Writes_a_report_to_a_file(ReportFormat format, string property)
    {
        await Assert.ThrowsAsync<WorkflowFailedException>(() => VerifyAsync(new() { Format = format, File = "report.json" }));
        using var report = JsonDocument.Parse(await ReadAsync("report.json"));
        Assert.Equal(1, report.RootElement.GetProperty(property).GetArrayLength());
        Assert.Empty(_host.Output);
    }

    [Fact]
    public async Task Locks_a_mount_and_changes_no_other_byte()
    {
        var path = Path.Combine(_directory.Path, "Dockerfile");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await FixAsync(new());
        var expected = Dockerfile.Replace("/root/.m2", "/root/.m2,sharing=locked", StringComparison.Ordinal);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(expected), await File.ReadAllBytesAsync(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
        Assert.Equal(["Dockerfile", "compose.yml"], Directory.GetFiles(_directory.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Finds_nothing_after_a_repair_and_repairs_nothing_twice()
    {
        await FixAsync(new());
        var repaired = await ReadAsync("Dockerfile");
        await VerifyAsync(new());
        await FixAsync(new() { Fixes = FixSafety.Unsafe });
        Assert.Equal(repaired, await ReadAsync("Dockerfile"));
        Assert.Equal(["Fixed Dockerfile"], _host.Announced);
    }

    [Fact]
    public async Task Shows_a_repair_without_making_it()
    {
        await FixAsync(new() { Mode = FixMode.Diff });
        Assert.Equal(Dockerfile.TrimStart('\uFEFF'), await ReadAsync("Dockerfile"));
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Repairs_what_a_link_stands_for()
    {
        File.Move(Path.Combine(_directory.Path, "Dockerfile"), Path.Combine(_directory.Path, "real"));
        File.CreateSymbolicLink(Path.Combine(_directory.Path, "Dockerfile"), "real");
        await FixAsync(new());
        Assert.NotNull(new FileInfo(Path.Combine(_directory.Path, "Dockerfile")).LinkTarget);
        Assert.Contains("sharing=locked", await ReadAsync("real"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_Dockerfile_inside_a_compose_file_alone_and_says_so()
    {
        var compose = _directory.Write("compose.yml", """
            x-build: &build
              context: .
              dockerfile_inline: |
                FROM maven:3.9
                ARG SERVICE
                RUN --mount=type=cache,target=/root/.m2 mvn package
            services:
              api: { build: { <<: *build, args: { SERVICE: api } } }
              worker: { build: { <<: *build, args: { SERVICE: worker } } }
            """);
        var before = await File.ReadAllTextAsync(compose);
        await Assert.ThrowsAsync<WorkflowFailedException>(() => FixAsync(new()));
        Assert.Equal(before, await File.ReadAllTextAsync(compose));
        Assert.Contains("dockerfile_inline", Assert.Single(_host.Warned), StringComparison.Ordinal);
    }

    private async Task VerifyAsync(OutputSettings output)
    {
        await using var workflow = new AttuneWorkflow(new(_directory.Path) { Output = output }, _host.Create());
        await workflow.VerifyLockedMountsAsync();
    }

    private async Task FixAsync(CheckSettings check)
    {
        await using var workflow = new AttuneWorkflow(new(_directory.Path) { Check = check }, _host.Create());
        await workflow.FixLockedMountsAsync();
    }

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(_directory.Path, name));
}
