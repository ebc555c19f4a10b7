using Attune.Builds.Caching;
using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>Looking at cache mounts from outside, and removing them.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class PruneTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);

    [EngineFact]
    public async Task One_record_is_removed_by_its_id_and_its_step_stays_cached_without_it()
    {
        var text = $"""
            {CacheMountLab.Step("--mount=type=cache,id=ID-1,target=/1", "> /1/filled")}
            {CacheMountLab.Step("--mount=type=cache,id=ID-2,target=/2", "> /2/filled")}
            """;
        await _lab.BuildAsync(text);
        var gone = Assert.Single(await _lab.RecordsAsync("/1"));
        Assert.Equal([gone.Id], await _lab.PruneAsync($"id=={gone.Id}"));
        Assert.Empty(await _lab.RecordsAsync("/1"));
        Assert.Single(await _lab.RecordsAsync("/2"));

        var again = await _lab.BuildAsync(text);
        Assert.All(again.Steps("] RUN"), s => Assert.True(s.IsCached));
        Assert.Empty(await _lab.RecordsAsync("/1"));
    }

    [EngineFact]
    public async Task A_record_in_use_is_shown_without_a_size_and_not_removed()
    {
        var a = await _lab.HoldAsync("--mount=type=cache,id=ID,target=/c", first: "seq 1000 > /c/numbers");
        var held = Assert.Single(await _lab.RecordsAsync());
        Assert.True(held.IsInUse);
        Assert.Equal(0, held.Size);
        Assert.Empty(await _lab.PruneAsync($"id=={held.Id}"));

        await _lab.ReleaseAsync(a);
        var free = Assert.Single(await _lab.RecordsAsync());
        Assert.False(free.IsInUse);
        Assert.InRange(free.Size, 3000, long.MaxValue);
    }

    [EngineFact]
    public async Task A_record_tells_its_id_from_25_on_and_keeps_the_words_of_the_step_that_made_it()
    {
        await _lab.BuildAsync(CacheMountLab.Step("--mount=type=cache,id=ID-tells,target=/c", "echo first"));
        await _lab.BuildAsync(CacheMountLab.Step("--mount=type=cache,id=ID-tells,target=/d", "echo second"));
        var record = Assert.Single(await _lab.RecordsAsync());
        Assert.Contains("echo first", record.Description, StringComparison.Ordinal);
        var id = CacheMountName.Of(record)!.Id;
        Assert.Equal(_lab.EngineVersion.Major >= 25, id is not null && id.StartsWith('/') && id.EndsWith("-tells", StringComparison.Ordinal));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();
}
