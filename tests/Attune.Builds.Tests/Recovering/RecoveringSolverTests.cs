using Attune.Builds.Events;
using Attune.Builds.Recovering;
using Attune.Builds.Running;
using Attune.Source;

namespace Attune.Builds.Tests.Recovering;

public sealed class RecoveringSolverTests
{
    private readonly Recovery _recovery = new();
    private readonly Solver _solver = new();

    [Fact]
    public async Task Builds_a_service_again_after_mending_the_cache()
    {
        _solver.Failing["api"] = 1;
        var result = await SolveAsync("api");
        Assert.Equal((ServiceOutcome.Built, true, 1), (result.Outcome, result.IsRecovered, result.Recovery!.Retries));
        Assert.Equal(["crate-1.0"], result.Recovery.Removed);
        Assert.Equal(["api starts", "api ends", "mend api", "api starts", "api ends"], _solver.Log);
    }

    [Fact]
    public async Task Tries_no_more_than_it_may_and_names_the_cause_all_the_same()
    {
        _solver.Failing["api"] = 5;
        var result = await SolveAsync("api");
        Assert.Equal((ServiceOutcome.Failed, false, 1), (result.Outcome, result.IsRecovered, result.Recovery!.Retries));

        _recovery.Retries = 0;
        result = await SolveAsync("api");
        Assert.Equal((ServiceOutcome.Failed, 0), (result.Outcome, result.Recovery!.Retries));
    }

    [Fact]
    public async Task Lets_any_other_failure_stand()
    {
        _solver.Failing["api"] = 1;
        _recovery.Cause = null;
        var result = await SolveAsync("api");
        Assert.Null(result.Recovery);
        Assert.Equal(["api starts", "api ends"], _solver.Log);
    }

    [Fact]
    public async Task Retries_alone_when_the_others_have_ended()
    {
        (_solver.Failing["one"], _solver.Failing["two"]) = (1, 1);
        _solver.Held.Add("slow");
        var recovering = new RecoveringSolver(_solver, _recovery, TimeProvider.System);
        string[] services = ["slow", "one", "two"];
        var running = services.Select(s => recovering.SolveAsync(s, _ => { }, CancellationToken.None)).ToList();
        await Task.Delay(100);
        Assert.DoesNotContain("mend one", _solver.Log);

        _solver.Release.SetResult();
        var results = await Task.WhenAll(running);
        Assert.All(results, r => Assert.Equal(ServiceOutcome.Built, r.Outcome));
        string[] alone = [.. _solver.Log.SkipWhile(l => l != "slow ends").Skip(1)];
        Assert.Equal(["mend one", "one starts", "one ends", "mend two", "two starts", "two ends"], alone);
    }

    [Fact]
    public async Task Waiting_for_the_others_ends_with_the_build()
    {
        _solver.Failing["one"] = 1;
        _solver.Held.Add("slow");
        var recovering = new RecoveringSolver(_solver, _recovery, TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        var slow = recovering.SolveAsync("slow", _ => { }, CancellationToken.None);
        var waiting = recovering.SolveAsync("one", _ => { }, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _solver.Release.SetResult();
        Assert.Equal(ServiceOutcome.Built, (await slow).Outcome);
    }

    private Task<ServiceResult> SolveAsync(string service)
    {
        _recovery.Log = _solver.Log;
        return new RecoveringSolver(_solver, _recovery, TimeProvider.System).SolveAsync(service, _ => { }, CancellationToken.None);
    }

    public RecoveringSolverTests() => _recovery.Log = _solver.Log;

    private sealed class Recovery : IFailureRecovery
    {
        public CacheFault? Cause { get; set; } = new("cargo", "/cache", CacheFaultKind.Race)
        {
            Symptom = "File exists",
            Source = "https://example.com",
            Rules = ["CM001"],
            Location = new SourceText("Dockerfile", "RUN x").LocationOf(new(0, 3)),
        };

        public int Retries { get; set; } = 1;

        public List<string> Log { get; set; } = [];

        public CacheFault? Diagnose(string service, BuildFailure failure) => Cause;

        public Task<IReadOnlyList<string>> MendAsync(string service, BuildFailure failure, CancellationToken cancellationToken)
        {
            Log.Add("mend " + service);
            return Task.FromResult<IReadOnlyList<string>>(["crate-1.0"]);
        }
    }

    private sealed class Solver : IServiceSolver
    {
        public Dictionary<string, int> Failing { get; } = [];

        public HashSet<string> Held { get; } = [];

        public TaskCompletionSource Release { get; } = new();

        public List<string> Log { get; } = [];

        public async Task<ServiceResult> SolveAsync(string service, Action<BuildEvent> publish, CancellationToken cancellationToken)
        {
            Log.Add(service + " starts");
            if (Held.Contains(service))
                await Release.Task;
            Log.Add(service + " ends");
            var fails = Failing.GetValueOrDefault(service) > 0;
            if (fails)
                Failing[service]--;
            return new(service, fails ? ServiceOutcome.Failed : ServiceOutcome.Built, TimeSpan.Zero, default)
            {
                Failure = fails ? new("failed", null, null, []) : null,
            };
        }
    }
}
