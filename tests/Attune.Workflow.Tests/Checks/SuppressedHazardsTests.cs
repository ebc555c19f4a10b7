using System.Text.Json;
using Attune.Workflow.Failures;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.Checks;

public sealed class SuppressedHazardsTests : IDisposable
{
    private const string Compose = """
        services:
          api:
            build: { context: ., args: { SERVICE: api } }
          worker:
            build: { context: ., args: { SERVICE: worker } }
        """;

    private const string Dockerfile = "FROM maven:3.9\nARG SERVICE\nRUN --mount=type=cache,target=/root/.m2 mvn package\n";

    private readonly TempDirectory _directory = new();
    private readonly TestHost _host;

    public SuppressedHazardsTests()
    {
        _host = new(_directory.Path);
        _directory.Write("compose.yml", Compose);
        _directory.Write("Dockerfile", Dockerfile);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Accepts_what_is_ignored_and_says_how_much_that_is()
    {
        await VerifyAsync(new() { IgnoredHazards = ["CM001:Dockerfile:3 # nobody builds both"] });
        Assert.Equal("No hazards to report. Held back: 1 by IgnoreHazards.", _host.Output.Trim());
        Assert.Empty(_host.Warned);
    }

    [Fact]
    public async Task Writes_a_baseline_and_reports_only_what_comes_after()
    {
        await VerifyAsync(new() { Baseline = "known/hazards.json", BaselineMode = BaselineMode.Write });
        Assert.Equal(["1 finding is known from now on: known/hazards.json"], _host.Announced);
        await VerifyAsync(new() { Baseline = "known/hazards.json" });
        _directory.Write("Dockerfile", Dockerfile + "RUN --mount=type=cache,target=/root/.m2 mvn test\n");
        var error = await Failure(new() { Baseline = "known/hazards.json" });
        Assert.StartsWith("1 cache mount(s) would race. 1 finding (1 error). Held back: 1 by the baseline. Next: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(["hazards.json"], Directory.GetFiles(Path.Combine(_directory.Path, "known")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Says_when_a_baseline_is_out_of_date()
    {
        await VerifyAsync(new() { Baseline = "hazards.json", BaselineMode = BaselineMode.Write });
        await new AttuneWorkflow(new(_directory.Path), _host.Create()).FixLockedMountsAsync();
        await VerifyAsync(new() { Baseline = "hazards.json" });
        Assert.Equal(["1 of the baseline's findings isn't there any more. --write-baseline renews it."], _host.Warned);
    }

    [Fact]
    public async Task Repairs_what_a_baseline_holds_back_and_leaves_what_is_ignored()
    {
        await VerifyAsync(new() { Baseline = "hazards.json", BaselineMode = BaselineMode.Write });
        await FixAsync(new() { Baseline = "hazards.json", IgnoredHazards = ["CM001"] });
        Assert.Equal(Dockerfile, await File.ReadAllTextAsync(Path.Combine(_directory.Path, "Dockerfile")));
        await FixAsync(new() { Baseline = "hazards.json" });
        Assert.Contains("sharing=locked", await File.ReadAllTextAsync(Path.Combine(_directory.Path, "Dockerfile")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Sarif)]
    public async Task Shows_programs_what_is_held_back(ReportFormat format)
    {
        await VerifyAsync(new() { IgnoredHazards = ["CM001 # nobody builds both"] }, new() { Format = format });
        using var report = JsonDocument.Parse(_host.Output);
        var reason = format == ReportFormat.Json
            ? report.RootElement.GetProperty("suppressed")[0].GetProperty("reason")
            : report.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("suppressions")[0].GetProperty("justification");
        Assert.Equal("nobody builds both", reason.GetString());
    }

    [Fact]
    public async Task Warns_of_a_comment_that_does_nothing()
    {
        _directory.Write("Dockerfile", Dockerfile.Replace("RUN", "# attune: ignore=CM001,CM07 why\nRUN", StringComparison.Ordinal));
        await VerifyAsync(new());
        Assert.StartsWith("Dockerfile:3:1: There is no rule 'CM07'\n", Assert.Single(_host.Warned), StringComparison.Ordinal);
        Assert.EndsWith("Did you mean CM007 (needless-queue)?", _host.Warned.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_how_it_is_used()
    {
        await Wrong(new() { IgnoredHazards = ["CM01"] }, "The entry 'CM01' of IgnoreHazards names the rule 'CM01', which there isn't");
        await Wrong(new() { Baseline = "nowhere.json" }, "nowhere.json doesn't exist");
        await Wrong(new() { BaselineMode = BaselineMode.Write }, "Which baseline is to be written?");
        await Wrong(new() { Baseline = "compose.yml" }, "compose.yml is no baseline");

        async Task Wrong(CheckSettings check, string words)
        {
            var error = await Failure(check);
            Assert.Equal(ExitCodes.UsedWrongly, error.ExitCode);
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }
    }

    private Task<WorkflowFailedException> Failure(CheckSettings check) => Assert.ThrowsAsync<WorkflowFailedException>(() => VerifyAsync(check));

    private async Task VerifyAsync(CheckSettings check, OutputSettings? output = null)
    {
        await using var workflow = new AttuneWorkflow(new(_directory.Path) { Check = check, Output = output ?? new() }, _host.Create());
        await workflow.VerifyLockedMountsAsync();
    }

    private async Task FixAsync(CheckSettings check)
    {
        await using var workflow = new AttuneWorkflow(new(_directory.Path) { Check = check }, _host.Create());
        try
        {
            await workflow.FixLockedMountsAsync();
        }
        catch (WorkflowFailedException)
        {
            // What isn't repaired still races.
        }
    }
}
