using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>An engine that answered, and what it said about itself.</summary>
/// <param name="Endpoint">Where it listens.</param>
/// <param name="Source">Who named it: <c>--engine</c>, <c>DOCKER_HOST</c>, <c>docker context "x"</c>, <c>usual socket</c>, <c>embedded engine</c>.</param>
public sealed record EngineInfo(BuildKitEndpoint Endpoint, string Source)
{
    /// <summary>Its version, such as <c>28.5.2</c>; <c>unknown</c> when a buildkitd doesn't say.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The newest API version it speaks, such as <c>1.41</c>; empty for a buildkitd.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>The system of its containers, such as <c>linux</c>.</summary>
    public string OsType { get; init; } = "linux";

    /// <summary>Its processor architecture in Go's words, such as <c>amd64</c>; empty when not known.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>The storage driver or snapshotter, such as <c>overlay2</c>; empty when not known.</summary>
    public string StorageDriver { get; init; } = "";

    /// <summary>Where it keeps images.</summary>
    public ImageStore ImageStore { get; init; }

    /// <summary>Its processors; 0 when not known.</summary>
    public int Cpus { get; init; }

    /// <summary>Its memory in bytes; 0 when not known.</summary>
    public long Memory { get; init; }

    /// <summary>The network a RUN step has to ask for.</summary>
    public RunNetwork DefaultRunNetwork { get; init; }

    /// <summary>Whether it is the engine of this checkout, the only one that may be stopped.</summary>
    public bool IsEmbedded { get; init; }
}

/// <summary>Where an engine keeps images.</summary>
public enum ImageStore
{
    /// <summary>Docker's own store.</summary>
    GraphDriver,

    /// <summary>containerd's, which alone can hold several platforms of an image.</summary>
    Containerd,
}
