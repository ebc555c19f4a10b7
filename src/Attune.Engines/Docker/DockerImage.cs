namespace Attune.Engines.Docker;

/// <summary>An image on an engine.</summary>
/// <param name="Id">Its id, <c>sha256:…</c>.</param>
/// <param name="Size">Bytes, all layers together.</param>
/// <param name="Tags">Its names.</param>
/// <param name="HealthCheck">The command of its <c>HEALTHCHECK</c> as stored (<c>CMD</c> or <c>CMD-SHELL</c> first), empty when it has none.</param>
public sealed record DockerImage(string Id, long Size, IReadOnlyList<string> Tags, IReadOnlyList<string> HealthCheck)
{
    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
