using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Scratch;
using Attune.Compose;
using Attune.Engines.Processes;
using Attune.Projects;
using Attune.Source;

namespace Attune.Benchmarks.Tests.Comparing;

public sealed class ComparisonTests
{
    [Fact]
    public void Nobody_always_comes_first()
    {
        var orders = Enumerable.Range(1, Contender.All.Length).Select(round => Comparison.Order(Contender.All, round)).ToList();
        Assert.Equal(Contender.All.Length, orders.Select(o => o[0]).Distinct().Count());
        Assert.All(orders, o => Assert.Equal(Contender.All.OrderBy(c => c.Name), o.OrderBy(c => c.Name)));
    }

    [Theory]
    [InlineData(0, "", 0)]
    [InlineData(1, "3 of 6 services failed: api, web, worker\n", 3)]
    [InlineData(1, "failed to solve\n", 2)]
    public async Task Failures_are_counted(int exitCode, string output, int failures)
    {
        using var directory = new TempDirectory();
        directory.Write("Dockerfile", "FROM a\n");
        directory.Write("compose.yml", "services: { a: { build: . }, b: { build: . } }");
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = directory.Path, Environment = new Dictionary<string, string>() }, files);
        using var scratch = new ScratchProject(Path.Combine(directory.Path, "scratch"), "m");
        scratch.Write(BuildPlan.Of(project, new(directory.Path), files), null);
        var comparison = new Comparison(new OneResult(new(exitCode, output, "")), new("build.sh", "unix:///engine"), TimeProvider.System);
        var sample = await comparison.MeasureAsync(Contender.All[0], scratch, Scenario.FirstBuild, 1, CancellationToken.None);
        Assert.Equal((failures, exitCode == 0 ? null : output.TrimEnd()), (sample.Failures, sample.Error));
    }

    [Fact]
    public void A_failure_is_told_by_the_lines_above_the_table_without_colours()
    {
        const string Output = "\u200B\n\e[31mapi failed: [2/2] RUN cargo fetch\e[0m\n  | File exists (os error 17)\n\nSERVICE  RESULT\napi      failed\n\e[1mBuild failed\e[0m\n";
        Assert.Equal("api failed: [2/2] RUN cargo fetch\n  | File exists (os error 17)", FailureExcerpt.Of(new(1, Output, ""), 20));
        Assert.Equal("  | File exists (os error 17)\nthe engine is gone", FailureExcerpt.Of(new(1, Output, "the engine is gone\n"), 2));
    }

    [Fact]
    public void Every_contender_builds_the_same_project_on_the_same_engine()
    {
        var commands = new CommandLines("/repo/build.sh", "unix:///engine");
        Assert.All(Contender.All, c => Assert.Contains("unix:///engine", commands.Of(c, "/scratch").Arguments));
        Assert.All(Contender.All, c => Assert.Equal("/scratch", commands.Of(c, "/scratch").WorkingDirectory));
    }

    private sealed class OneResult(ProcessOutcome outcome) : IProcessRunner
    {
        public Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken) => Task.FromResult(outcome);
    }
}
