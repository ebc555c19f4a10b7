using Attune.Schedules.History;

namespace Attune.Schedules.Tests.History;

/// <summary>What a build remembers from one run to the next.</summary>
public sealed class HistoryFileTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly List<string> _notes = [];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Remembers_what_steps_took_and_who_waited()
    {
        var file = new HistoryFile(PathOf("durations.json"));
        Assert.Equal(0, file.Load(_notes.Add).Runs);
        file.Save(After(10, 12, 11), _notes.Add);
        var history = DurationHistory.TryLoad(PathOf("durations.json"))!;
        Assert.Equal((3, 2), (history.Runs, history.Cpus));
        Assert.Equal(TimeSpan.FromSeconds(11), history.TimeOf(new("api", "build", "cargo")));
        Assert.Equal([new("worker", "/target", TimeSpan.FromSeconds(11))], history.LockWaits.AsEnumerable());
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"version\":99,\"cpus\":2,\"steps\":[],\"services\":[],\"runs\":[]}")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"cpus\":2,\"steps\":[null],\"services\":[],\"runs\":[]}")]
    [InlineData("{\"version\":1,\"cpus\":2,\"steps\":[{\"service\":\"a\",\"stage\":\"b\",\"digest\":\"c\",\"samples\":[{\"seconds\":-1}]}],\"services\":[],\"runs\":[]}")]
    public void A_damaged_file_is_learnt_anew_and_said_so(string text)
    {
        _directory.Write("durations.json", text);
        var file = new HistoryFile(PathOf("durations.json"));
        Assert.Equal(0, file.Load(_notes.Add).Runs);
        Assert.Contains("learnt anew", Assert.Single(_notes), StringComparison.Ordinal);
        Assert.Null(DurationHistory.TryLoad(PathOf("durations.json")));
        file.Save(After(5), _notes.Add);
        Assert.Equal(1, DurationHistory.TryLoad(PathOf("durations.json"))!.Runs);
    }

    [Fact]
    public void Stays_of_a_bounded_size_whatever_happens()
    {
        var history = DurationHistory.Empty;
        for (var run = 1; run <= 200; run++)
            history = HistoryMerge.Add(history.Document, new(run, default, 1, []), 2,
                [new(new("api", "build", "same"), new(run, 1)), new(new("api", "build", $"new-{run}"), new(1, 1))], [new("api", [1], [1])]);
        Assert.InRange(history.Document.Steps.Count, 2, 60);
        Assert.InRange(history.Runs, 1, 10);
        Assert.All(history.Document.Steps, s => Assert.InRange(s.Samples.Count, 1, 5));
        Assert.Equal(TimeSpan.FromSeconds(198), history.TimeOf(new("api", "build", "same")));
    }

    [Fact]
    public void A_run_that_is_killed_while_it_writes_leaves_the_old_file()
    {
        var file = new HistoryFile(PathOf("durations.json"));
        file.Save(After(5), _notes.Add);
        File.WriteAllText(PathOf("durations.json") + ".0123.new", "{ half");
        Assert.Equal(1, file.Load(_notes.Add).Runs);
    }

    [Fact]
    public void Tells_a_step_that_was_slowed_down_by_others_from_a_slow_one()
    {
        // Alone 10 s, beside another one 18 s: each takes 0.8 from the other.
        var steps = new StepEntry("api", "build", "cargo", 2, 0, [new(10, 1), new(18, 2)]);
        var history = new DurationHistory(new(HistoryDocument.CurrentVersion, 2, [steps], [], []));
        Assert.Equal(0.8, history.Slowdown, 3);
        Assert.Equal(10, history.TimeOf(new("api", "build", "cargo"))!.Value.TotalSeconds, 3);
    }

    private static DurationHistory After(params double[] seconds) => seconds.Aggregate(DurationHistory.Empty, (history, s) => HistoryMerge.Add(
        history.Document, new(history.Runs + 1, default, s, [new("worker", "/target", s)]) { Executed = 1 }, 2, [new(new("api", "build", "cargo"), new(s, 1))], []));

    private string PathOf(string name) => Path.Combine(_directory.Path, name);
}
