using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Suppression;

namespace Attune.Hazards.Tests.Facts;

/// <summary>CM007 names what the queue took where that is known.</summary>
public sealed class QueueCostTests : IDisposable
{
    private readonly SampleProject _project = new();

    public QueueCostTests() => _project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", "FROM golang:1.25\nARG SERVICE\nRUN --mount=type=cache,target=/go/pkg/mod,sharing=locked go build ./cmd/$SERVICE\n");

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Without_earlier_builds_it_says_who_waits_for_how_many() =>
        Assert.EndsWith("the last waits for one other RUN from start to end", Message(new()), StringComparison.Ordinal);

    [Fact]
    public void It_names_the_wait_of_the_last_build() => Assert.EndsWith(
        "in the last build worker waited 12.3 s for it", Message(new() { Waits = new() { ["worker"] = 12.34 } }), StringComparison.Ordinal);

    [Fact]
    public void It_adds_up_the_waits_of_several_services() => Assert.EndsWith(
        "in the last build they waited 15 s for it, worker the longest with 12 s",
        Message(new() { Waits = new() { ["api"] = 3, ["worker"] = 12 } }),
        StringComparison.Ordinal);

    [Fact]
    public void Where_nobody_waited_it_names_what_the_steps_take() => Assert.EndsWith(
        "the last waits for one other RUN from start to end, by earlier builds at least 20 s",
        Message(new() { Waits = new() { ["worker"] = 0 }, Works = new() { ["api"] = 20, ["worker"] = 30 } }),
        StringComparison.Ordinal);

    [Fact]
    public void Where_one_step_never_ran_it_guesses_nothing() => Assert.EndsWith(
        "the last waits for one other RUN from start to end", Message(new() { Works = new() { ["api"] = 20 } }), StringComparison.Ordinal);

    private string Message(KnownTimes times) => Assert.Single(HazardCheck.Run(_project.Plan(), Suppressions.CommentsOnly, times).Findings).Message;

    private sealed record KnownTimes : IBuildRecord
    {
        public Dictionary<string, double> Waits { get; init; } = [];

        public Dictionary<string, double> Works { get; init; } = [];

        public TimeSpan? WaitOf(string service, CacheMount cache) => Find(Waits, service, cache);

        public TimeSpan? WorkOf(string service, CacheMount cache) => Find(Works, service, cache);

        private static TimeSpan? Find(Dictionary<string, double> times, string service, CacheMount cache) =>
            cache.Id == "/go/pkg/mod" && times.TryGetValue(service, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
    }
}
