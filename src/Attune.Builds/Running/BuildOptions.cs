namespace Attune.Builds.Running;

/// <summary>Whether steps found in the layer cache are run again.</summary>
public enum LayerCachePolicy
{
    /// <summary>A step whose inputs are unchanged is taken from the cache.</summary>
    Use,

    /// <summary>
    /// Every RUN runs again, <b>with</b> its cache mounts: BuildKit's own <c>no-cache</c> empties every cache mount of the steps it concerns
    /// and forks those that concurrent builds use (moby/buildkit#4250, #7088), so it isn't used.
    /// </summary>
    Rerun,
}

/// <summary>Whether base images are looked for anew.</summary>
public enum BasePullPolicy
{
    /// <summary>An image on the engine is used as it is.</summary>
    Missing,

    /// <summary>The registry is asked for a newer one.</summary>
    Always,
}

/// <summary>What becomes of what is built.</summary>
public enum ImagePolicy
{
    /// <summary>It is put into the engine's images.</summary>
    Export,

    /// <summary>It stays in the layer cache only: no image is made or renamed.</summary>
    Discard,
}

/// <summary>How every service is built.</summary>
/// <param name="LayerCache">Whether cached steps are run again.</param>
/// <param name="Pull">Whether base images are looked for anew.</param>
public sealed record BuildOptions(LayerCachePolicy LayerCache, BasePullPolicy Pull)
{
    /// <summary>What becomes of what is built.</summary>
    public ImagePolicy Images { get; init; }
}
