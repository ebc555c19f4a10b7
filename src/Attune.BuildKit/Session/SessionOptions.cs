using Attune.BuildKit.Session.Auth;
using Attune.BuildKit.Session.Secrets;

namespace Attune.BuildKit.Session;

/// <summary>What a session offers to an engine.</summary>
public sealed record SessionOptions
{
    /// <summary>
    /// Names the engine's stored copy of each directory; see <see cref="Session.SharedKey"/>. Solves whose Dockerfiles copy different paths
    /// need sessions of different keys, or they evict each other's files.
    /// </summary>
    public required string SharedKey { get; init; }

    /// <summary>The directories by the names that a frontend asks for: <c>context</c>, <c>dockerfile</c>, and those of <c>local:</c> contexts.</summary>
    public IReadOnlyDictionary<string, SessionDirectory> Directories { get; init; } = new Dictionary<string, SessionDirectory>();

    /// <summary>Log-ins to registries; without them all are used anonymously.</summary>
    public IRegistryCredentials? Credentials { get; init; }

    /// <summary>Secrets for <c>RUN --mount=type=secret</c>.</summary>
    public ISecretSource? Secrets { get; init; }

    /// <summary>Sockets of ssh agents by id, for <c>RUN --mount=type=ssh</c>.</summary>
    public IReadOnlyDictionary<string, string> SshAgents { get; init; } = new Dictionary<string, string>();

    /// <summary>Sockets that this process serves, by id; steps reach them by <c>RUN --mount=type=ssh</c> too.</summary>
    public IReadOnlyDictionary<string, SessionSocket> Sockets { get; init; } = new Dictionary<string, SessionSocket>();

    /// <summary>Told how far transfers are; called from several threads.</summary>
    public IProgress<TransferProgress>? Transfers { get; init; }

    /// <summary>Told what is left out of a directory, and why; called from several threads.</summary>
    public IProgress<string>? Warnings { get; init; }
}
