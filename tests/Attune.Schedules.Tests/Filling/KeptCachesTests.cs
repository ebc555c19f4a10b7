using Attune.BuildKit.Control;
using Attune.Dockerfiles.Mounts;
using Attune.Schedules.Contention;
using Attune.Schedules.Filling;

namespace Attune.Schedules.Tests.Filling;

/// <summary>Whether a step finds its caches filled, told from the records that an engine lists.</summary>
public sealed class KeptCachesTests
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_known_of_a_step_without_caches() => Assert.Equal(CacheFill.Unknown, Kept("cached mount /c from exec make").FillOf(Step()));

    [Fact]
    public void A_step_is_filled_only_when_all_its_caches_are_there()
    {
        var kept = Kept("cached mount /c from exec make", "cached mount /d from exec make");
        Assert.Equal(CacheFill.Filled, kept.FillOf(Step(("/c", "/c"))));
        Assert.Equal(CacheFill.Filled, kept.FillOf(Step(("/c", "/c"), ("/d", "/d"))));
        Assert.Equal(CacheFill.Empty, kept.FillOf(Step(("/c", "/c"), ("/e", "/e"))));
        Assert.Equal(CacheFill.Empty, Kept().FillOf(Step(("/c", "/c"))));
    }

    [Fact]
    public void An_id_that_the_engine_names_counts_and_the_target_of_its_first_user_does_not()
    {
        var kept = Kept("cached mount /elsewhere from exec make with id \"/cargo\"");
        Assert.Equal(CacheFill.Filled, kept.FillOf(Step(("/cargo", "/c"))));
        Assert.Equal(CacheFill.Empty, kept.FillOf(Step(("/elsewhere", "/elsewhere"))));
    }

    [Fact]
    public void Where_the_engine_names_no_id_the_target_counts()
    {
        var kept = Kept("cached mount /c from exec make");
        Assert.Equal(CacheFill.Filled, kept.FillOf(Step(("/cargo", "/c"))));
        Assert.Equal(CacheFill.Empty, kept.FillOf(Step(("/c", "/elsewhere"))));
    }

    [Fact]
    public void A_cache_that_this_build_made_does_not_count_as_filled()
    {
        var kept = new KeptCaches([Record("cached mount /c from exec make", _noon)]);
        Assert.Equal(CacheFill.Empty, kept.FillOf(Step(("/c", "/c")), _noon));
        Assert.Equal(CacheFill.Filled, kept.FillOf(Step(("/c", "/c")), _noon.AddSeconds(1)));
    }

    [Fact]
    public void Of_two_records_of_one_cache_the_older_one_counts() => Assert.Equal(
        CacheFill.Filled,
        new KeptCaches([Record("cached mount /c from exec make", _noon.AddMinutes(1)), Record("cached mount /c from exec make", _noon)]).FillOf(Step(("/c", "/c")), _noon.AddSeconds(1)));

    [Fact]
    public void Records_that_are_no_cache_mounts_do_not_count() => Assert.Equal(CacheFill.Empty, Kept("mount / from exec make /c", "local source for context").FillOf(Step(("/c", "/c"))));

    private static KeptCaches Kept(params string[] descriptions) => new(descriptions.Select(d => Record(d, _noon)));

    private static CacheRecord Record(string description, DateTimeOffset created) => new() { Id = description, Type = "exec.cachemount", Description = description, CreatedAt = created };

    private static PlannedStep Step(params (string Id, string Target)[] caches) => new()
    {
        Key = new("api", "build", "digest"),
        Identity = "identity",
        Stage = "build",
        Number = 1,
        Keyword = "RUN",
        Text = "make",
        Needs = [],
        Claims = [.. caches.Select(c => new CacheClaim(new(c.Id, ""), CacheSharing.Locked) { Target = c.Target })],
    };
}
