using Attune.RaceLab.Measures;

namespace Attune.RaceLab.Tests.Measures;

public sealed class TallyTests
{
    private static readonly Tally _tally = new("Unlocked", "shared", [
        new(5, TimeSpan.FromSeconds(3), []),
        new(5, TimeSpan.FromSeconds(1), [new("a", ["error", "File exists (os error 17)", ""]), new("b", ["File exists (os error 17)"])]),
        new(5, TimeSpan.FromSeconds(8), [new("a", ["No such file or directory (os error 2)"])]),
    ]);

    [Fact]
    public void Counts_builds_and_trials_that_failed() =>
        Assert.Equal((15, 3, 2, 0.2), (_tally.Builds, _tally.Failures, _tally.FailedTrials, _tally.Rate));

    [Fact]
    public void Keeps_the_first_error_verbatim() => Assert.Equal(["error", "File exists (os error 17)", ""], _tally.FirstError.ToArray());

    [Fact]
    public void Counts_the_last_words_of_failures() => Assert.Equal(
        [KeyValuePair.Create("File exists (os error 17)", 2), KeyValuePair.Create("No such file or directory (os error 2)", 1)], _tally.Messages);

    [Fact]
    public void Takes_the_median_of_the_durations() => Assert.Equal(TimeSpan.FromSeconds(3), _tally.MedianDuration);
}
