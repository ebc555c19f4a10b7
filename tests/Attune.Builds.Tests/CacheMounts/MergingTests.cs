using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>Equal steps of builds under way at the same time.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class MergingTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);

    [EngineTheory]
    [InlineData("", "ARG NAME", 1)]
    [InlineData("ARG NAME", "", 2)]
    public async Task Equal_steps_run_once_unless_an_argument_before_them_differs_even_an_unused_one(string before, string after, int times)
    {
        var text = $"""
            {before}
            {CacheMountLab.Step("--mount=type=cache,id=ID,target=/c", "echo x >> /c/runs; echo begun; sleep 1")}
            {after}
            RUN echo later ID
            """;
        var one = await _lab.StartAsync(text, ("build-arg:NAME", "one"));
        var two = await _lab.StartAsync(text, ("build-arg:NAME", "two"));
        await Task.WhenAll(one.EndsAsync(), two.EndsAsync());
        var look = await _lab.BuildAsync(CacheMountLab.Step("--mount=type=cache,id=ID,target=/c", "echo runs: $(cat /c/runs)."));
        Assert.Contains(times == 1 ? "runs: x." : "runs: x x.", look.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_build_that_joins_a_running_step_shows_its_output_too()
    {
        var a = await _lab.HoldAsync("--mount=type=cache,id=ID,target=/c");
        var b = await _lab.StartAsync(CacheMountLab.Holding("--mount=type=cache,id=ID,target=/c") + "\nRUN echo later ID");
        await b.PrintsAsync("A holds");
        await _lab.ReleaseAsync(a);
        await b.EndsAsync();
        Assert.Contains("A ends", b.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Steps_that_differ_in_their_cache_only_are_equal_from_26_on_and_fill_one_of_the_caches()
    {
        var one = await _lab.StartAsync(Filling("one"));
        await one.PrintsAsync("begun");
        var two = await _lab.StartAsync(Filling("two"));
        await Task.WhenAll(one.EndsAsync(), two.EndsAsync());
        var look = await _lab.BuildAsync(CacheMountLab.Looking("--mount=type=cache,id=ID-two,target=/c"));
        Assert.Contains(_lab.EngineVersion.Major >= 26 ? "sees: and" : "sees: filled and", look.Output, StringComparison.Ordinal);

        static string Filling(string id) => CacheMountLab.Step($"--mount=type=cache,id=ID-{id},target=/c", "> /c/filled; echo begun; sleep 1");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();
}
