using Attune.Source;

namespace Attune.Engines.Docker;

/// <summary>The images of one engine; everything about them but building.</summary>
public interface IDockerImages
{
    /// <summary>Looks an image up by name or id.</summary>
    /// <returns>The image, or null when the engine has none of that name.</returns>
    /// <exception cref="UserErrorException">The engine can't be reached or refuses.</exception>
    Task<DockerImage?> FindAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Why the engine can't get an image from its registry, or null when it can. Downloads nothing but the manifest.</summary>
    /// <exception cref="UserErrorException">The engine can't be reached.</exception>
    Task<string?> AskRegistryAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Pulls an image from its registry.</summary>
    /// <param name="reference">A name, with tag or digest; no tag means <c>latest</c>.</param>
    /// <param name="timeLimit">How long the whole pull may take.</param>
    /// <param name="progress">Told what each layer does, or null.</param>
    /// <param name="cancellationToken">Ends the pull.</param>
    /// <exception cref="ImagePullException">The registry can't be reached, refuses, or hasn't got it; or the time is over.</exception>
    /// <exception cref="UserErrorException">The engine can't be reached.</exception>
    Task PullAsync(string reference, TimeSpan timeLimit, IProgress<PullProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Gives an image one more name; a name that another image had moves.</summary>
    /// <param name="image">A name or id.</param>
    /// <param name="reference">The new name; no tag means <c>latest</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UserErrorException">There is no such image, or the name is malformed.</exception>
    Task TagAsync(string image, string reference, CancellationToken cancellationToken);

    /// <summary>Makes an image of one layer from a tar of its root directory (<c>docker import</c>), streaming.</summary>
    /// <param name="tar">The archive, plain or compressed; read to its end, not disposed.</param>
    /// <param name="reference">The name of the new image.</param>
    /// <param name="changes">Dockerfile instructions for its configuration, such as <c>ENV PATH=/bin</c> or <c>CMD ["sh"]</c>.</param>
    /// <param name="cancellationToken">Ends the import.</param>
    /// <returns>The new image's id, <c>sha256:…</c>.</returns>
    /// <exception cref="UserErrorException">The archive is broken, a change is not allowed, or the engine can't be reached.</exception>
    Task<string> ImportAsync(Stream tar, string reference, IReadOnlyList<string> changes, CancellationToken cancellationToken);

    /// <summary>An archive of an image with its names and all its layers (<c>docker save</c>), streaming.</summary>
    /// <param name="names">Names of one image.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UserErrorException">There is no such image, or the engine can't be reached.</exception>
    Task<Stream> SaveAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Takes the images of such an archive, with their names (<c>docker load</c>).</summary>
    /// <param name="archive">The archive; read to its end, not disposed.</param>
    /// <param name="cancellationToken">Ends it; then no image has come.</param>
    /// <exception cref="UserErrorException">The archive is broken, or the engine can't be reached.</exception>
    Task LoadAsync(Stream archive, CancellationToken cancellationToken);

    /// <summary>Takes a name off an image, and the image away with its last name. An image that isn't there is no error.</summary>
    /// <exception cref="UserErrorException">A container uses the image.</exception>
    Task RemoveAsync(string reference, CancellationToken cancellationToken);
}
