using Attune.BuildKit.Session.Auth;
using Attune.BuildKit.Session.FileSync;
using Attune.BuildKit.Session.FileSync.Trees;
using Attune.BuildKit.Session.Health;
using Attune.BuildKit.Session.Rpc;
using Attune.BuildKit.Session.Secrets;
using Attune.BuildKit.Session.Ssh;

namespace Attune.BuildKit.Session;

/// <summary>The capabilities that a session's options ask for. A new one is added here and nowhere else.</summary>
internal static class SessionServices
{
    public static IEnumerable<ISessionService> Of(SessionOptions options, TimeProvider clock)
    {
        yield return new HealthService();
        if (options.Directories.Count > 0)
            yield return new FileSyncService(Trees(options), new TransferReporter(options.Transfers, clock));
        if (options.Credentials is { } credentials)
            yield return new AuthService(credentials);
        if (options.Secrets is { } secrets)
            yield return new SecretsService(secrets);
        if (options.SshAgents.Count > 0 || options.Sockets.Count > 0)
            yield return new SshService(options.SshAgents, options.Sockets);
    }

    private static Dictionary<string, IFileTree> Trees(SessionOptions options) =>
        options.Directories.ToDictionary(d => d.Key, d => Tree(d.Key, d.Value, options.Warnings));

    private static IFileTree Tree(string name, SessionDirectory directory, IProgress<string>? warnings) => directory switch
    {
        LocalDirectory local => new LocalTree(Path.TrimEndingDirectorySeparator(local.Path), message => warnings?.Report($"{name}: {message}")),
        VirtualDirectory files => new VirtualTree(files.Files, files.Programs),
        _ => throw new ArgumentException("unknown kind of directory", nameof(directory)),
    };
}
