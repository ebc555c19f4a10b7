using Attune.Engines.BaseImages;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.Tests.BaseImages;

public sealed class BaseImageProviderTests : IDisposable
{
    private static readonly BaseImageRequest Debian = new("RUNTIME_IMAGE", "debian:trixie-slim", "attune/debian:trixie");

    private readonly TempDirectory _folder = new();
    private readonly FakeImages _images = new();
    private readonly FakePackages _programs = new();
    private readonly List<string> _said = [];

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task Makes_the_stand_in_when_the_registry_is_out_of_reach()
    {
        var arguments = await EnsureAsync(Debian);

        Assert.Equal("attune/debian:trixie", arguments["RUNTIME_IMAGE"]);
        await Verifier.Verify(string.Join('\n', [.. _said, "", .. _programs.Calls, "", .. _images.Imported["attune/debian:trixie"]]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact(Timeout = 30_000)]
    public async Task Leaves_a_default_alone_that_the_engine_has()
    {
        _images.Present[Debian.DefaultReference] = [];
        Assert.Empty(await EnsureAsync(Debian));
        Assert.Empty(_images.Asked);
    }

    [Fact(Timeout = 30_000)]
    public async Task Uses_a_stand_in_that_is_there_without_asking_the_network()
    {
        _images.Present[Debian.OfflineTag] = Made();
        Assert.Equal(Debian.OfflineTag, (await EnsureAsync(Debian))[Debian.ArgName]);
        Assert.Empty(_images.Asked);
        Assert.Empty(_images.Imported);
    }

    [Fact(Timeout = 30_000)]
    public async Task Makes_a_stand_in_of_another_recipe_anew()
    {
        _images.Present[Debian.OfflineTag] = new() { [OfflineRecipe.Label] = "old" };
        await EnsureAsync(Debian);
        Assert.Single(_images.Imported);
    }

    [Fact(Timeout = 30_000)]
    public async Task Lets_the_engine_pull_what_a_registry_serves()
    {
        _images.Registry = _ => Task.FromResult<string?>(null);
        Assert.Empty(await EnsureAsync(Debian));
        Assert.Equal([Debian.DefaultReference], _images.Asked);
    }

    [Fact(Timeout = 30_000)]
    public async Task Never_replaces_what_the_user_chose()
    {
        Assert.Empty(await EnsureAsync(Debian with { UserValue = "mine:1" }));
        Assert.Empty(_images.Asked);
    }

    [Fact(Timeout = 30_000)]
    public async Task Does_not_wait_long_for_a_silent_registry()
    {
        _images.Registry = async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return null;
        };
        await EnsureAsync(Debian);
        Assert.Contains(_said, line => line.Contains("did not answer", StringComparison.Ordinal));
    }

    [Fact(Timeout = 30_000)]
    public async Task Makes_a_stand_in_once_for_several_arguments()
    {
        var arguments = await EnsureAsync(Debian, Debian with { ArgName = "OTHER" });
        Assert.Equal(["OTHER", "RUNTIME_IMAGE"], arguments.Keys.Order());
        Assert.Single(_images.Imported);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("update")]
    [InlineData("install")]
    [InlineData("download")]
    [InlineData("dash_1_all.deb")]
    public async Task A_step_that_fails_leaves_no_image(string step)
    {
        _programs.Result = call => new ProcessOutcome(call.StartsWith(step, StringComparison.Ordinal) ? 1 : 0, "", "E: out of luck\n");
        var failure = await Assert.ThrowsAsync<UserErrorException>(() => EnsureAsync(Debian));
        Assert.Contains("out of luck", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_images.Imported);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_engine_that_breaks_off_is_the_reason_that_is_told()
    {
        _images.Refusal = new UserErrorException("disk full");
        var failure = await Assert.ThrowsAsync<UserErrorException>(() => EnsureAsync(Debian));
        Assert.Equal("disk full", failure.Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelling_leaves_no_image_and_no_folder()
    {
        using var cancel = new CancellationTokenSource();
        _programs.Result = call =>
        {
            if (call.StartsWith("download", StringComparison.Ordinal))
                cancel.Cancel();
            return new ProcessOutcome(0, "", "");
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Provider().EnsureAsync([Debian], new Listener(_said), cancel.Token));
        Assert.Empty(_images.Imported);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_missing_key_is_announced_but_a_wrong_signature_ends_it()
    {
        _programs.Result = call => new ProcessOutcome(call == "update" && _programs.Calls.Count == 1 ? 100 : 0, "", "W: NO_PUBKEY 1\nE: not signed\n");
        await EnsureAsync(Debian);
        Assert.Contains(_said, line => line.Contains("NOT checked", StringComparison.Ordinal));

        _programs.Calls.Clear();
        _programs.Result = call => new ProcessOutcome(call == "update" ? 100 : 0, "", "W: BADSIG 1\nW: NO_PUBKEY 2\nE: not signed\n");
        await Assert.ThrowsAsync<UserErrorException>(() => EnsureAsync(Debian));
        Assert.Single(_programs.Calls);
    }

    [Fact(Timeout = 30_000)]
    public async Task Without_apt_the_advice_says_what_to_do()
    {
        _programs.Result = _ => null;
        var failure = await Assert.ThrowsAsync<UserErrorException>(() => EnsureAsync(Debian));
        Assert.Contains("apt-get", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.Advice);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_unknown_stand_in_is_a_usage_error()
    {
        var failure = await Assert.ThrowsAsync<UserErrorException>(() => EnsureAsync(Debian with { OfflineTag = "attune/go:trixie" }));
        Assert.Equal((FaultKind.Usage, true), (failure.Kind, failure.Advice!.Contains("attune/rust:trixie", StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Made() =>
        new() { [OfflineRecipe.Label] = OfflineBases.Recipes.Single(recipe => recipe.Tag == Debian.OfflineTag).Hash };

    private Task<IReadOnlyDictionary<string, string>> EnsureAsync(params IReadOnlyList<BaseImageRequest> requests) =>
        Provider().EnsureAsync(requests, new Listener(_said), CancellationToken.None);

    private BaseImageProvider Provider()
    {
        var keyring = typeof(BaseImageProvider).Assembly.Location;
        var options = new OfflineBaseOptions(_folder.Path, Path.Combine(_folder.Path, "none"), keyring, TimeSpan.FromMilliseconds(200));
        return new BaseImageProvider(_images, options, new StoppedClock()) { Runner = _programs };
    }

    /// <summary>Timers run, but no time passes: announcements stay the same.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }

    private sealed class Listener(List<string> said) : IProgress<string>
    {
        public void Report(string value)
        {
            lock (said)
                said.Add(value);
        }
    }
}
