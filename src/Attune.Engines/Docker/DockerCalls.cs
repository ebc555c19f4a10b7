using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Attune.BuildKit;
using Attune.Engines.Finding;
using Attune.Source;
using Docker.DotNet;

namespace Attune.Engines.Docker;

/// <summary>Turns what the client library throws into messages that need no stack trace.</summary>
/// <param name="endpoint">The engine.</param>
internal sealed class DockerCalls(BuildKitEndpoint endpoint)
{
    /// <summary>Makes the client.</summary>
    public T Create<T>(Func<T> create)
    {
        try
        {
            return create();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The certificates for {endpoint} can't be used: {e.Message}", inner: e);
        }
    }

    /// <summary>Makes a call.</summary>
    /// <param name="failed">The message's beginning, such as <c>Can't tag x</c>.</param>
    /// <param name="call">The call.</param>
    public async Task<T> MakeAsync<T>(string failed, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (DockerApiException e)
        {
            throw new UserErrorException($"{failed}: {Message(e)}", inner: e);
        }
        catch (HttpRequestException e)
        {
            throw new UserErrorException($"{failed}: the engine at {endpoint} can't be reached: {ConnectionFailure.Explain(e, endpoint).Reason}", inner: e);
        }
        catch (Exception e) when (e is IOException or JsonException or TimeoutException)
        {
            throw new UserErrorException($"{failed}: the engine at {endpoint} broke off: {e.Message}", inner: e);
        }
    }

    /// <summary>Makes a call whose object may be missing.</summary>
    /// <returns>The answer, or null when the engine has no such object.</returns>
    public async Task<T?> MakeOrMissAsync<T>(string failed, Func<Task<T>> call)
        where T : class
    {
        return await MakeAsync<T?>(failed, async () =>
        {
            try
            {
                return await call();
            }
            catch (DockerApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }
        });
    }

    /// <summary>Makes a call without an answer.</summary>
    public Task MakeAsync(string failed, Func<Task> call) => MakeAsync(failed, async () =>
    {
        await call();
        return true;
    });

    /// <summary>The engine's own words.</summary>
    /// <remarks>https://docs.docker.com/reference/api/engine/version/v1.41/#section/Errors</remarks>
    public static string Message(DockerApiException failure)
    {
        try
        {
            using var body = JsonDocument.Parse(failure.ResponseBody ?? "");
            return body.RootElement.TryGetProperty("message", out var message) ? message.GetString() ?? failure.Message : failure.Message;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return failure.ResponseBody is { Length: > 0 } text ? text.Trim() : failure.Message;
        }
    }
}
