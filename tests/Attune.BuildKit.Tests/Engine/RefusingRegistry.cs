using System.Net;
using System.Security.Cryptography;

namespace Attune.BuildKit.Tests.Engine;

/// <summary>A registry that refuses everybody, but remembers who asked.</summary>
internal sealed class RefusingRegistry : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource<string> _seen = new();

    public RefusingRegistry()
    {
        Host = $"localhost:{RandomNumberGenerator.GetInt32(20_000, 30_000)}";
        _listener.Prefixes.Add($"http://{Host}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Host { get; }

    /// <summary>The first <c>Authorization</c> header that came.</summary>
    public Task<string> Authorization => _seen.Task;

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                Refuse(await _listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
        }
    }

    private void Refuse(HttpListenerContext call)
    {
        if (call.Request.Headers["Authorization"] is { } authorization)
            _seen.TrySetResult(authorization);
        call.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
        call.Response.AddHeader("WWW-Authenticate", "Basic realm=\"test\"");
        call.Response.Close();
    }
}
