using System.Net;
using System.Text;
using System.Text.Json;
using Attune.BuildKit.Session.Auth;

namespace Attune.BuildKit.Tests.Engine;

/// <summary>A registry that refuses everybody, to see whom it was told of.</summary>
public sealed class RegistryTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [EngineFact]
    public async Task Logs_in_to_a_registry_with_the_users_credentials()
    {
        using var registry = new HttpListener();
        var host = "localhost:" + Listen(registry);
        var seen = new TaskCompletionSource<string>();
        _ = ServeAsync(registry, seen);
        using var context = new TempDirectory();
        context.Write("Dockerfile", $"FROM {host}/private:{Guid.NewGuid():N}\n");
        var auths = new Dictionary<string, object> { [host] = new { auth = Convert.ToBase64String("someone:pass:word"u8) } };
        var config = context.Write("config.json", JsonSerializer.Serialize(new { auths }));
        var options = EngineFixture.Options(context.Path) with { Credentials = new DockerConfigCredentials(config, helperSearchPath: "") };
        await using var session = await engine.Client.OpenSessionAsync(options);

        await Assert.ThrowsAsync<BuildKitException>(() => engine.Client.SolveAsync(EngineFixture.Request(session)));

        var authorization = await seen.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("someone:pass:word", Encoding.UTF8.GetString(Convert.FromBase64String(authorization["Basic ".Length..])));
    }

    private static int Listen(HttpListener registry)
    {
        var port = Random.Shared.Next(20_000, 30_000);
        registry.Prefixes.Add($"http://localhost:{port}/");
        registry.Start();
        return port;
    }

    private static async Task ServeAsync(HttpListener registry, TaskCompletionSource<string> seen)
    {
        while (registry.IsListening)
        {
            var call = await registry.GetContextAsync();
            if (call.Request.Headers["Authorization"] is { } authorization)
                seen.TrySetResult(authorization);
            call.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            call.Response.AddHeader("WWW-Authenticate", "Basic realm=\"test\"");
            call.Response.Close();
        }
    }
}
