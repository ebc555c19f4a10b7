using Attune.Archives.Registries;
using Attune.Archives.Tests.Storage;
using Attune.BuildKit.Session.Auth;
using Attune.Source;

namespace Attune.Archives.Tests.Registries;

[Trait("Kind", "Registry")]
public sealed class RegistryMirrorTests
{
    [RegistryFact]
    public async Task What_one_pushes_another_pulls()
    {
        using var registry = await OwnRegistry.StartAsync();
        using var mine = new SampleStore();
        var saved = await mine.SaveAsync("cargo", "key", 1, Files(30));
        var pushed = await PushAsync(registry, mine);
        Assert.Equal((saved.Pieces.DistinctBy(p => p.Blob).Count(), saved.StoredLength), (pushed.Pieces, pushed.Bytes));
        using var theirs = new SampleStore();
        Assert.Equal(pushed, await PullAsync(registry, theirs));
        Assert.True(theirs.Store.IsComplete(Assert.Single(theirs.Store.All)));
        Assert.Equal(saved.ToJson(), theirs.Store.All[0].ToJson());
        Assert.Equal(0, (await PullAsync(registry, theirs)).Pieces);
    }

    [RegistryFact]
    public async Task Only_missing_pieces_are_pushed()
    {
        using var registry = await OwnRegistry.StartAsync();
        using var store = new SampleStore();
        await store.SaveAsync("cargo", "key", 1, Files(30));
        var first = await PushAsync(registry, store);
        await store.SaveAsync("cargo", "key", 2, Files(30).Append(("last", 3000)));
        var second = await PushAsync(registry, store);
        Assert.InRange(second.Pieces, 1, first.Pieces / 2);
        Assert.Equal(0, (await PushAsync(registry, store)).Pieces);
    }

    [RegistryFact]
    public async Task Archives_that_others_pushed_meanwhile_stay()
    {
        using var registry = await OwnRegistry.StartAsync();
        using var mine = new SampleStore();
        using var theirs = new SampleStore();
        var mirror = Mirror(registry, mine);
        await mirror.RefreshAsync(CancellationToken.None);
        await theirs.SaveAsync("npm", "key", 1, Files(5));
        await PushAsync(registry, theirs);
        await mine.SaveAsync("cargo", "key", 2, Files(9));
        await mirror.PushAsync(CancellationToken.None);
        using var third = new SampleStore();
        await PullAsync(registry, third, "cargo", "npm");
        Assert.Equal(["/cargo", "/npm"], third.Store.All.Select(a => a.Cache.EngineId));
        Assert.All(third.Store.All, a => Assert.True(third.Store.IsComplete(a)));
    }

    [RegistryFact]
    public async Task A_tag_that_is_missing_holds_nothing()
    {
        using var registry = await OwnRegistry.StartAsync();
        using var store = new SampleStore();
        Assert.Equal(new RegistryTraffic(0, 0), await PullAsync(registry, store));
        Assert.Empty(store.Store.All);
    }

    [RegistryFact]
    public async Task A_registry_that_wants_a_log_in_gets_it_and_without_says_so()
    {
        using var registry = await OwnRegistry.StartAsync(RegistryGuard.Password);
        using var store = new SampleStore();
        await store.SaveAsync("cargo", "key", 1, Files(3));
        var refusal = await Assert.ThrowsAsync<UserErrorException>(() => PushAsync(registry, store));
        Assert.Contains("401", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("docker login", refusal.Advice, StringComparison.Ordinal);
        var pushed = await Mirror(registry, store, await LogInAsync(registry.Address.Host)).PushAsync(CancellationToken.None);
        Assert.True(pushed.Pieces > 0);
    }

    [RegistryFact]
    public async Task A_piece_that_comes_cut_off_or_changed_is_refused()
    {
        using var registry = await OwnRegistry.StartAsync();
        using var mine = new SampleStore();
        var saved = await mine.SaveAsync("cargo", "key", 1, Files(30));
        await PushAsync(registry, mine);
        var file = registry.FileOf(saved.Pieces[1].Blob);
        var whole = await File.ReadAllBytesAsync(file);
        foreach (var bytes in (byte[][])[whole[..^7], [.. whole[..^1], (byte)~whole[^1]], [.. whole, 0]])
        {
            await File.WriteAllBytesAsync(file, bytes);
            using var theirs = new SampleStore();
            var refusal = await Assert.ThrowsAsync<UserErrorException>(() => PullAsync(registry, theirs));
            Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(theirs.Blobs, saved.Pieces[1].Blob)));
        }
    }

    [RegistryFact]
    public async Task An_interrupted_push_leaves_the_tag_as_it_was_and_the_next_one_does_the_rest()
    {
        using var registry = await OwnRegistry.StartAsync();
        using var mine = new SampleStore();
        var old = await mine.SaveAsync("cargo", "key", 1, Files(30));
        await PushAsync(registry, mine);
        var changed = await mine.SaveAsync("cargo", "key", 2, Files(60).Select(f => ("other-" + f.Name, f.Size + 1)));
        foreach (var milliseconds in (int[])[1, 4, 8, 16, 32])
        {
            using var interruption = new CancellationTokenSource(milliseconds);
            var isWhole = await Record.ExceptionAsync(() => Mirror(registry, mine).PushAsync(interruption.Token)) is null;
            using var theirs = new SampleStore();
            await PullAsync(registry, theirs);
            Assert.Equal(isWhole ? changed.Checksum : old.Checksum, Assert.Single(theirs.Store.All).Checksum);
            Assert.True(theirs.Store.IsComplete(theirs.Store.All[0]));
            if (isWhole)
                break;
        }

        await PushAsync(registry, mine);
        using var last = new SampleStore();
        await PullAsync(registry, last);
        Assert.Equal(changed.Checksum, Assert.Single(last.Store.All).Checksum);
    }

    [RegistryFact]
    public async Task A_tag_of_something_else_is_neither_read_nor_overwritten()
    {
        using var registry = await OwnRegistry.StartAsync();
        using var store = new SampleStore();
        await store.SaveAsync("cargo", "key", 1, Files(3));
        using var http = new HttpClient();
        var client = new RegistryClient(registry.Address, null, http);
        await client.WriteAsync("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "{}"u8.ToArray(), CancellationToken.None);
        var image = new RegistryManifest(RegistryDescriptor.Of("application/vnd.oci.image.config.v1+json", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", 2), []);
        await client.TagAsync(image.ToJson(), CancellationToken.None);
        foreach (var use in (Func<Task>[])[async () => await PushAsync(registry, store), async () => await PullAsync(registry, store)])
            Assert.Contains("something else", (await Assert.ThrowsAsync<UserErrorException>(use)).Message, StringComparison.Ordinal);
        Assert.Equal(image.ToJson(), await client.ManifestAsync(CancellationToken.None));
    }

    [RegistryFact]
    public async Task A_registry_that_does_not_answer_is_named()
    {
        using var store = new SampleStore();
        var mirror = new RegistryMirror(RegistryAddress.Parse("oci://127.0.0.1:1/caches"), store.Store, null);
        var refusal = await Assert.ThrowsAsync<UserErrorException>(() => mirror.RefreshAsync(CancellationToken.None));
        Assert.Contains("127.0.0.1:1 can't be reached", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, int Size)> Files(int count) => Enumerable.Range(0, count).Select(i => ($"crate-{i:D4}", 4000 + (i * 997 % 9000)));

    private static RegistryMirror Mirror(OwnRegistry registry, SampleStore store, IRegistryCredentials? credentials = null) => new(registry.Address, store.Store, credentials);

    private static async Task<RegistryTraffic> PushAsync(OwnRegistry registry, SampleStore store) =>
        await Mirror(registry, store).PushAsync(CancellationToken.None);

    private static async Task<RegistryTraffic> PullAsync(OwnRegistry registry, SampleStore store, params string[] ids)
    {
        var mirror = Mirror(registry, store);
        await mirror.RefreshAsync(CancellationToken.None);
        return await mirror.PullAsync((ids is [] ? ["cargo"] : ids).Select(SampleStore.Label), "key", CancellationToken.None);
    }

    private static async Task<IRegistryCredentials> LogInAsync(string host)
    {
        using var directory = new TempDirectory();
        var secret = Convert.ToBase64String("someone:secret"u8);
        var credentials = new DockerConfigCredentials(directory.Write("config.json", $$"""{ "auths": { "{{host}}": { "auth": "{{secret}}" } } }"""), "");
        await credentials.FindAsync(host, CancellationToken.None);
        return credentials;
    }
}
