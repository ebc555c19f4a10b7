using System.Net.Sockets;
using System.Text;
using Attune.BuildKit.Control;
using Attune.BuildKit.Session.Secrets;

namespace Attune.BuildKit.Tests.Engine;

public sealed class CapabilityTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const string Base = "FROM " + TestImages.Busybox + "\n";

    [EngineFact]
    public async Task Gives_secrets_from_files_and_values()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"RUN --mount=type=secret,id=a --mount=type=secret,id=b echo {Guid.NewGuid()}; cat /run/secrets/a /run/secrets/b | sha256sum\n");
        var file = context.Write("secret.txt", "file ");
        var secrets = new SecretStore(new Dictionary<string, Secret> { ["a"] = new SecretFile(file), ["b"] = new SecretValue("value"u8.ToArray()) });
        var updates = new RecordedUpdates();
        await using var session = await engine.Client.OpenSessionAsync(EngineFixture.Options(context.Path) with { Secrets = secrets });

        await engine.Client.SolveAsync(EngineFixture.Request(session), updates.Add);

        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("file value")));
        Assert.Contains(expected, updates.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Says_which_required_secret_is_missing()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"RUN --mount=type=secret,id=absent,required=true echo {Guid.NewGuid()}\n");
        var secrets = new SecretStore(new Dictionary<string, Secret>());
        await using var session = await engine.Client.OpenSessionAsync(EngineFixture.Options(context.Path) with { Secrets = secrets });

        var error = await Assert.ThrowsAsync<BuildKitException>(() => engine.Client.SolveAsync(EngineFixture.Request(session)));

        Assert.Contains("absent", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Offers_an_ssh_agent()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"RUN --mount=type=ssh echo {Guid.NewGuid()}; test -S $SSH_AUTH_SOCK && echo agent is there\n");
        using var agent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = Path.Combine(context.Path, "agent.sock");
        agent.Bind(new UnixDomainSocketEndPoint(path));
        agent.Listen();
        var updates = new RecordedUpdates();
        var options = EngineFixture.Options(context.Path) with { SshAgents = new Dictionary<string, string> { ["default"] = path } };
        await using var session = await engine.Client.OpenSessionAsync(options);

        await engine.Client.SolveAsync(EngineFixture.Request(session), updates.Add);

        Assert.Contains("agent is there", updates.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Lists_and_prunes_one_cache_mount()
    {
        using var context = new TempDirectory();
        var id = "attune-test-" + Guid.NewGuid().ToString("N");
        context.Write("Dockerfile", Base + $"RUN --mount=type=cache,id={id},target=/{id} echo content > /{id}/f\n");
        await using (var session = await engine.OpenAsync(context.Path))
            await engine.Client.SolveAsync(EngineFixture.Request(session));

        var record = Assert.Single(await engine.Client.DiskUsageAsync([$"type==exec.cachemount,description~=\"{id}\""]));
        Assert.True(record is { IsInUse: false, IsMutable: true, Size: > 0 });
        var pruned = new List<string>();
        await foreach (var gone in engine.Client.PruneAsync(new PruneRequest { Filters = [$"id=={record.Id}"] }))
            pruned.Add(gone.Id);

        Assert.Equal([record.Id], pruned);
        Assert.DoesNotContain(await engine.Client.DiskUsageAsync(["type==exec.cachemount"]), r => r.Id == record.Id);
    }

    [EngineFact]
    public async Task Lists_workers()
    {
        var worker = Assert.Single(await engine.Client.ListWorkersAsync());
        Assert.StartsWith("linux/", worker.Platforms[0], StringComparison.Ordinal);
    }
}
