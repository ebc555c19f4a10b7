namespace Attune.BuildKit.Control;

/// <summary>What a build gave.</summary>
/// <param name="Reference">The id that the engine knew the build by.</param>
/// <param name="Response">What the exporter said, by its own keys.</param>
public sealed record SolveResult(string Reference, IReadOnlyDictionary<string, string> Response)
{
    /// <summary>The image's digest; on an engine with the graph-driver store that is the image's id.</summary>
    public string? ImageDigest => Response.GetValueOrDefault("containerimage.digest");

    /// <summary>The digest of the image's configuration, which is the image's id; engines from 23.0 on tell it.</summary>
    public string? ConfigDigest => Response.GetValueOrDefault("containerimage.config.digest");
}
