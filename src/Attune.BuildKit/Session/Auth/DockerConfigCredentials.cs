using System.Collections.Concurrent;
using System.Text.Json;

namespace Attune.BuildKit.Session.Auth;

/// <summary>
/// The log-ins of <c>docker login</c>: <c>credHelpers</c>, <c>credsStore</c> and <c>auths</c> of Docker's <c>config.json</c>. A helper that
/// fails is warned of, not fatal: most images need no log-in.
/// </summary>
/// <param name="configPath">The file; a missing one means no log-ins.</param>
/// <param name="helperSearchPath">Where <c>docker-credential-*</c> programs are, in the form of <c>PATH</c>.</param>
/// <param name="warnings">Told of a file that can't be read and of helpers that fail.</param>
public sealed class DockerConfigCredentials(string configPath, string helperSearchPath, IProgress<string>? warnings = null) : IRegistryCredentials
{
    private readonly Lazy<Task<DockerConfig?>> _config = new(() => LoadAsync(configPath, warnings));
    private readonly ConcurrentDictionary<string, Lazy<Task<RegistryCredential>>> _found = new();

    /// <summary>How long a helper may take; 30 s when not set.</summary>
    public TimeSpan HelperTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async ValueTask<RegistryCredential> FindAsync(string host, CancellationToken cancellationToken)
    {
        // A helper is asked once, however many builds need the registry at the same time.
        var found = _found.GetOrAdd(host, h => new(() => LookUpAsync(h)));
        return await found.Value.WaitAsync(cancellationToken);
    }

    private static async Task<DockerConfig?> LoadAsync(string path, IProgress<string>? warnings)
    {
        try
        {
            return File.Exists(path) ? DockerConfig.Parse(await File.ReadAllBytesAsync(path)) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            warnings?.Report($"the log-ins in {path} can't be read, so registries are used without: {e.Message}");
            return null;
        }
    }

    private async Task<RegistryCredential> LookUpAsync(string host)
    {
        if (await _config.Value is not { } config)
            return RegistryCredential.Anonymous;
        var key = DockerConfig.KeyOf(host);
        var helped = config.HelperFor(key) is { } helper ? await AskAsync("docker-credential-" + helper, key) : null;
        return helped ?? config.Find(key) ?? RegistryCredential.Anonymous;
    }

    private async Task<RegistryCredential?> AskAsync(string helper, string key)
    {
        try
        {
            var program = Find(helper) ?? throw new IOException("it isn't installed");
            return await CredentialHelper.GetAsync(program, key, HelperTimeout);
        }
        catch (IOException e)
        {
            warnings?.Report($"{helper} can't tell the log-in for {key}, so none is used: {e.Message}");
            return null;
        }
    }

    private string? Find(string program) => helperSearchPath
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);
}
