using System.Text;
using System.Text.Json;
using Attune.BuildKit.Session.Auth;

namespace Attune.BuildKit.Tests.Engine;

public sealed class RegistryTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [EngineFact]
    public async Task Logs_in_to_a_registry_with_the_users_credentials()
    {
        using var registry = new RefusingRegistry();
        using var context = new TempDirectory();
        context.Write("Dockerfile", $"FROM {registry.Host}/private:{Guid.NewGuid():N}\n");
        var auths = new Dictionary<string, object> { [registry.Host] = new { auth = Convert.ToBase64String("someone:pass:word"u8) } };
        var config = context.Write("config.json", JsonSerializer.Serialize(new { auths }));
        var options = EngineFixture.Options(context.Path) with { Credentials = new DockerConfigCredentials(config, helperSearchPath: "") };
        await using var session = await engine.Client.OpenSessionAsync(options);

        await Assert.ThrowsAsync<BuildKitException>(() => engine.Client.SolveAsync(EngineFixture.Request(session)));

        var authorization = await registry.Authorization.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("someone:pass:word", Encoding.UTF8.GetString(Convert.FromBase64String(authorization["Basic ".Length..])));
    }
}
