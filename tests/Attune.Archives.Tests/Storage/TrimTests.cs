namespace Attune.Archives.Tests.Storage;

/// <summary>What <c>--max-size</c> leaves of a store.</summary>
public sealed class TrimTests
{
    [Fact]
    public async Task Archives_longest_not_used_go_until_the_rest_fits()
    {
        using var sample = new SampleStore();
        var oldest = await sample.SaveAsync("cargo", "one", 1, ("a", 50_000));
        var newest = await sample.SaveAsync("target", "one", 9, ("b", 60_000));
        var middle = await sample.SaveAsync("cargo", "two", 5, ("c", 70_000));
        Assert.Equal([oldest.Key], sample.Store.Trim(newest.StoredLength + middle.StoredLength).Select(a => a.Key));
        Assert.Equal([newest.SavedAt, middle.SavedAt], sample.Store.All.Select(a => a.SavedAt));
        Assert.All(sample.Store.All, a => Assert.True(sample.Store.IsComplete(a)));
        Assert.Equal(newest.StoredLength + middle.StoredLength, Directory.EnumerateFiles(sample.Blobs).Sum(f => new FileInfo(f).Length));
    }

    [Fact]
    public async Task The_last_use_counts_not_the_time_of_saving()
    {
        using var sample = new SampleStore();
        var saved = await sample.SaveAsync("cargo", "saved-late", 9, ("a", 50_000));
        await sample.Store.PublishAsync(saved with { LastUsedAt = saved.SavedAt.AddDays(-8) }, CancellationToken.None);
        await sample.SaveAsync("cargo", "used-late", 5, ("b", 50_000));
        Assert.Equal("saved-late", Assert.Single(sample.Store.Trim(saved.StoredLength + 1000)).Key);
    }

    [Fact]
    public async Task A_piece_that_two_archives_share_counts_once_and_stays_as_long_as_one_needs_it()
    {
        using var sample = new SampleStore();
        var first = await sample.SaveAsync("cargo", "one", 1, ("a", 50_000));
        await sample.SaveAsync("cargo", "two", 2, ("a", 50_000));
        Assert.Empty(sample.Store.Trim(first.StoredLength));
        Assert.Single(sample.Store.Trim(first.StoredLength - 1), a => a.Key == "two");
    }

    [Fact]
    public async Task Without_a_limit_only_what_no_archive_needs_goes()
    {
        using var sample = new SampleStore();
        await sample.SaveAsync("cargo", "one", 1, ("a", 50_000));
        await sample.SaveAsync("cargo", "one", 2, ("b", 50_000));
        var files = Directory.GetFiles(sample.Blobs).Length;
        Assert.Empty(sample.Store.Trim(long.MaxValue));
        Assert.True(Directory.GetFiles(sample.Blobs).Length < files);
        Assert.True(sample.Store.IsComplete(Assert.Single(sample.Store.All)));
    }
}
