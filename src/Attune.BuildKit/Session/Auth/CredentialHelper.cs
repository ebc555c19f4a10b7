using System.Diagnostics;
using System.Text.Json;

namespace Attune.BuildKit.Session.Auth;

/// <summary>Asks a credential helper (https://github.com/docker/docker-credential-helpers).</summary>
internal static class CredentialHelper
{
    /// <summary>The user name that marks an identity token.</summary>
    private const string TokenUser = "<token>";

    private const string NotFound = "credentials not found";

    /// <summary>The log-in that a helper knows for a registry, or null.</summary>
    /// <exception cref="IOException">The helper is missing, fails, or takes too long.</exception>
    public static async Task<RegistryCredential?> GetAsync(string program, string key, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        using var process = Start(program);
        try
        {
            await AskAsync(process.StandardInput, key, limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode == 0)
                return Parse(output);
            return output.Contains(NotFound, StringComparison.Ordinal) ? null : throw new IOException($"it ended with code {process.ExitCode}: {output.Trim()}");
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new IOException($"it gave no answer within {timeout.TotalSeconds:0.#} s", e);
        }
    }

    private static async Task AskAsync(StreamWriter input, string key, CancellationToken cancellationToken)
    {
        try
        {
            await input.WriteAsync(key.AsMemory(), cancellationToken);
            input.Close();
        }
        catch (IOException)
        {
            // A helper may answer without reading the question; the pipe is closed then.
        }
    }

    private static Process Start(string program)
    {
        var start = new ProcessStartInfo(program, ["get"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            var process = Process.Start(start) ?? throw new IOException("it could not be started");
            process.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException(e.Message, e);
        }
    }

    private static RegistryCredential Parse(string output)
    {
        try
        {
            using var answer = JsonDocument.Parse(output);
            var user = answer.RootElement.GetProperty("Username").GetString() ?? "";
            var secret = answer.RootElement.GetProperty("Secret").GetString() ?? "";
            return new(user == TokenUser ? "" : user, secret);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The answer itself may hold a secret.
            throw new IOException("its answer can't be read", e);
        }
    }
}
