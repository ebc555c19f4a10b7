using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Source;

namespace Attune.Builds.Tests.Running;

public sealed class BuildRunnerTests
{
    private readonly RecordingSink _sink = new();

    [Fact]
    public async Task Builds_every_service_once_and_reports_in_compose_order()
    {
        var solver = new ScriptedSolver();
        var result = await Run(solver, Jobs("a", "b", "c"), new(3, FailurePolicy.Continue));
        Assert.Equal(["a", "b", "c"], result.Services.Select(s => s.Service));
        Assert.Equal(["a", "b", "c"], solver.Started.Order());
        Assert.True(result.IsSuccess);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Never_runs_more_solves_than_allowed(int limit)
    {
        var solver = new ScriptedSolver();
        await Run(solver, [.. Enumerable.Range(0, 50).Select(i => new BuildJob($"s{i}", []))], new(limit, FailurePolicy.Continue));
        Assert.InRange(solver.MostAtOnce, 1, limit);
    }

    [Fact]
    public async Task Goes_on_with_the_others_when_one_fails()
    {
        var solver = new ScriptedSolver().Hold("a");
        solver.End("a", ServiceOutcome.Failed);
        var result = await Run(solver, Jobs("a", "b"), new(1, FailurePolicy.Continue));
        Assert.Equal([ServiceOutcome.Failed, ServiceOutcome.Built], result.Services.Select(s => s.Outcome));
        Assert.False(result.IsSuccess);
    }

    [Fact]
    public async Task Fail_fast_cancels_what_runs_and_starts_nothing_more()
    {
        var solver = new ScriptedSolver().Hold("a", "b");
        var run = Run(solver, Jobs("a", "b", "c"), new(2, FailurePolicy.FailFast));
        solver.End("a", ServiceOutcome.Failed);
        Assert.Equal([ServiceOutcome.Failed, ServiceOutcome.Cancelled, ServiceOutcome.NotRun], (await run).Services.Select(s => s.Outcome));
    }

    [Fact]
    public async Task Builds_a_service_after_the_one_whose_image_it_starts_from()
    {
        var solver = new ScriptedSolver();
        await Run(solver, [new("a", ["b"]), new("b", []), new("c", ["a"])], new(3, FailurePolicy.Continue));
        Assert.Equal(["b", "a", "c"], solver.Started);
    }

    [Fact]
    public async Task Does_not_build_what_starts_from_a_failed_image()
    {
        var solver = new ScriptedSolver().Hold("b");
        solver.End("b", ServiceOutcome.Failed);
        var result = await Run(solver, [new("a", ["b"]), new("b", []), new("c", ["a"])], new(3, FailurePolicy.Continue));
        Assert.Equal([ServiceOutcome.NotRun, ServiceOutcome.Failed, ServiceOutcome.NotRun], result.Services.Select(s => s.Outcome));
    }

    [Fact]
    public async Task Names_a_circle_of_images_before_anything_starts()
    {
        var solver = new ScriptedSolver();
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Run(solver, [new("a", ["b"]), new("b", ["a"])], new(3, FailurePolicy.Continue)));
        Assert.Contains("a -> b -> a", error.Message, StringComparison.Ordinal);
        Assert.Empty(solver.Started);
    }

    [Fact]
    public async Task Cancelling_ends_with_a_result_for_every_service()
    {
        var solver = new ScriptedSolver().Hold("a");
        using var cancel = new CancellationTokenSource();
        var run = new BuildRunner(solver, new OrderedSink(_sink), TimeProvider.System).RunAsync(Jobs("a", "b"), new(1, FailurePolicy.Continue), cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal([ServiceOutcome.Cancelled, ServiceOutcome.NotRun], (await run).Services.Select(s => s.Outcome));
        Assert.IsType<BuildFinished>(_sink.Events[^1]);
    }

    private static List<BuildJob> Jobs(params string[] names) => [.. names.Select(n => new BuildJob(n, []))];

    private Task<BuildResult> Run(ScriptedSolver solver, IReadOnlyList<BuildJob> jobs, RunPolicy policy) =>
        new BuildRunner(solver, new OrderedSink(_sink), TimeProvider.System).RunAsync(jobs, policy, CancellationToken.None);
}
