using Attune.Builds.Events;
using Attune.Schedules.Waiting;

namespace Attune.Schedules.Tests.Waiting;

/// <summary>Who is said to wait for whom.</summary>
public sealed class LockWatchTests : IAsyncLifetime
{
    private const string Run = "[build 4/4] RUN cargo build";
    private static readonly DateTimeOffset _start = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero);

    private readonly SampleProject _project = SampleProject.OfLockedServices();
    private readonly List<string> _told = [];
    private readonly LockWatch _watch;
    private DateTimeOffset _now = _start;

    public LockWatchTests() => _watch = new(_project.Model(), new TellingSink(_told));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _watch.DisposeAsync();
        _project.Dispose();
    }

    [Fact]
    public void Who_comes_second_waits_for_who_came_first()
    {
        At(0).Starts("api");
        At(2).Starts("worker");
        Assert.Equal(["2 worker waits for /build/target, held by api"], _told);
        At(10).Ends("api");
        Assert.Equal("10 worker waited 8", _told[^1]);
    }

    [Fact]
    public void Who_prints_has_the_cache_even_if_it_came_second()
    {
        At(0).Starts("api");
        At(2).Starts("worker");
        At(3).Prints("worker");
        Assert.Equal(["3 api waits for /build/target, held by worker", "3 worker waited 0"], _told[1..]);
    }

    [Fact]
    public void Nothing_is_said_of_steps_that_started_together_until_one_prints()
    {
        At(0).Starts("api");
        At(0.1).Starts("worker");
        Assert.Empty(_told);
        At(1).Prints("worker");
        Assert.Equal(["1 api waits for /build/target, held by worker"], _told);
    }

    [Fact]
    public void When_several_wait_nobody_is_said_to_have_it_until_one_prints()
    {
        At(0).Starts("api");
        At(1).Starts("worker");
        At(2).Starts("sensor");
        _told.Clear();
        At(10).Ends("api");
        Assert.Equal(["10 worker: /build/target changes hands", "10 sensor: /build/target changes hands"], _told);
        _told.Clear();
        At(12).Prints("sensor");
        // It had the cache since api let go of it, and the other has waited all the time.
        Assert.Equal(["12 sensor waited 8", "12 worker waits for /build/target, held by sensor"], _told.Order());
        At(20).Ends("sensor");
        Assert.Equal("20 worker waited 19", _told[^1]);
    }

    [Fact]
    public void A_step_that_prints_and_one_without_a_lock_wait_for_nothing()
    {
        At(0).Starts("api");
        At(1).Prints("api");
        At(2).Changes("web", "[2/3] RUN make", StepState.Running);
        At(30).Prints("api");
        Assert.Empty(_told);
    }

    [Fact]
    public void Who_waits_and_is_cancelled_waits_no_more_and_the_next_gets_the_cache()
    {
        At(0).Starts("api");
        At(1).Starts("worker");
        At(5).Changes("worker", Run, StepState.Cancelled);
        Assert.Equal("5 worker waited 4", _told[^1]);
        At(6).Starts("sensor");
        At(7).Changes("api", Run, StepState.Failed);
        Assert.Equal("7 sensor waited 1", _told[^1]);
    }

    [Fact]
    public void A_service_that_ends_in_the_middle_holds_nothing()
    {
        At(0).Starts("api");
        At(1).Starts("worker");
        At(4);
        _watch.Publish(new ServiceFinished(_now, new("api", ServiceOutcome.Cancelled, TimeSpan.FromSeconds(4), default)));
        Assert.Equal("4 worker waited 3", _told[^1]);
    }

    [Fact]
    public void The_result_says_how_long_each_service_waited()
    {
        At(0).Starts("api");
        At(1).Starts("worker");
        At(6).Ends("api");
        var result = _watch.Complete(new([new("worker", ServiceOutcome.Built, TimeSpan.FromSeconds(9), default)], TimeSpan.FromSeconds(9)));
        Assert.Equal(TimeSpan.FromSeconds(5), result.Services[0].Waited);
    }

    [Fact]
    public void A_step_that_runs_for_two_services_is_not_in_its_own_way()
    {
        using var project = new SampleProject().With("compose.yml", SampleProject.Services).With("web.Dockerfile", "FROM nginx\n").With("Dockerfile", """
            FROM rust AS build
            RUN --mount=type=cache,target=/c,sharing=locked cargo build
            FROM scratch
            ARG SERVICE
            COPY --from=build /${SERVICE} /
            """);
        var told = new List<string>();
        var watch = new LockWatch(project.Model(), new TellingSink(told));
        foreach (var service in (string[])["api", "worker"])
            watch.Publish(new StepChanged(_start, service, new($"id-{service}", "[build 2/2] RUN cargo build", StepState.Running, _start, null, null)));
        Assert.Empty(told);
    }

    private LockWatchTests At(double seconds)
    {
        _now = _start + TimeSpan.FromSeconds(seconds);
        return this;
    }

    private void Starts(string service) => Changes(service, Run, StepState.Running);

    private void Ends(string service) => Changes(service, Run, StepState.Done);

    private void Changes(string service, string name, StepState state) =>
        _watch.Publish(new StepChanged(_now, service, new($"{service}-{name}", name, state, _now, state > StepState.Running ? _now : null, null)));

    private void Prints(string service) => _watch.Publish(new StepOutput(_now, service, $"{service}-{Run}", OutputStream.Out, "Compiling\n"));

    private sealed class TellingSink(List<string> told) : IBuildSink
    {
        public void Publish(BuildEvent buildEvent)
        {
            var at = (buildEvent.At - _start).TotalSeconds;
            if (buildEvent is LockWaitChanged { Wait: var wait } changed)
                told.Add(wait.Holder is null ? $"{at} {changed.Service}: {wait.Cache} changes hands" : $"{at} {changed.Service} waits for {wait.Cache}, held by {wait.Holder}");
            else if (buildEvent is LockWaitEnded ended)
                told.Add($"{at} {ended.Service} waited {ended.Waited.TotalSeconds}");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
