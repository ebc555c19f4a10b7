namespace Attune.Compose;

/// <summary>A build argument or a label.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record NamedValue(string Name, string Value);

/// <summary>A host name and its address in RUN steps.</summary>
/// <param name="Host">The name.</param>
/// <param name="Address">An IP address, or <c>host-gateway</c>.</param>
public sealed record HostAddress(string Host, string Address);

/// <summary>An SSH agent socket or key.</summary>
/// <param name="Id">The id that a RUN step mounts.</param>
/// <param name="Path">A socket or key, absolute; null for the agent of <c>SSH_AUTH_SOCK</c>.</param>
public sealed record SshKey(string Id, string? Path);

/// <summary>A limit on a resource of RUN steps.</summary>
/// <param name="Name">Its name, such as <c>nofile</c>.</param>
/// <param name="Soft">The soft limit.</param>
/// <param name="Hard">The hard limit.</param>
public sealed record Ulimit(string Name, long Soft, long Hard);

/// <summary>A secret that RUN steps may mount.</summary>
/// <param name="Id">The id that a RUN step mounts.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Value">An absolute path, or the name of a variable or of a secret kept elsewhere; never the secret itself.</param>
public sealed record BuildSecret(string Id, SecretSource Source, string Value);

/// <summary>Where a secret's value comes from.</summary>
public enum SecretSource
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A variable: look it up in <see cref="ComposeProject.Environment"/>.</summary>
    Environment,

    /// <summary>A store that this reader doesn't know; no build can use it.</summary>
    External,
}
