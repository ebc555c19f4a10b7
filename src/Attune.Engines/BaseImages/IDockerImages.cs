namespace Attune.Engines.BaseImages;

/// <summary>The images of one engine.</summary>
public interface IDockerImages
{
    /// <summary>The labels of an image on the engine, or null when the engine doesn't have it.</summary>
    Task<IReadOnlyDictionary<string, string>?> FindLabelsAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Why the engine can't get an image from its registry, or null when it can. Downloads nothing but the manifest.</summary>
    Task<string?> AskRegistryAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Makes an image of one layer from a tar.</summary>
    /// <param name="reference">The image's name and tag, set once the whole tar has arrived.</param>
    /// <param name="changes">Dockerfile instructions for its configuration, such as <c>ENV A=b</c>.</param>
    /// <param name="tar">The root file system. A read that throws ends the import without an image.</param>
    /// <param name="cancellationToken">Ends the import without an image.</param>
    /// <exception cref="Attune.Source.UserErrorException">The engine refused the tar.</exception>
    Task ImportAsync(string reference, IReadOnlyList<string> changes, Stream tar, CancellationToken cancellationToken);
}
