using Attune.Source;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Attune.Engines.BaseImages;

/// <summary>The images of an engine, through its HTTP API.</summary>
/// <param name="client">A client of the engine.</param>
public sealed class DockerImages(IDockerClient client) : IDockerImages
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>?> FindLabelsAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            var image = await client.Images.InspectImageAsync(reference, cancellationToken);
            return (image.Config?.Labels ?? new Dictionary<string, string>()).AsReadOnly();
        }
        catch (DockerImageNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> AskRegistryAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            await client.Distribution.InspectAsync(reference, cancellationToken);
            return null;
        }
        catch (DockerApiException refusal)
        {
            return refusal.ResponseBody is { Length: > 0 } body ? EngineMessage.Read(body) : refusal.Message;
        }
    }

    /// <inheritdoc/>
    public async Task ImportAsync(string reference, IReadOnlyList<string> changes, Stream tar, CancellationToken cancellationToken)
    {
        var colon = reference.LastIndexOf(':');
        var parameters = new ImagesCreateParameters
        {
            FromSrc = "-",
            Repo = reference[..colon],
            Tag = reference[(colon + 1)..],
            Changes = [.. changes],
        };
        var refusal = new ImportProgress();
        try
        {
            await client.Images.CreateImageAsync(parameters, tar, new AuthConfig(), refusal, cancellationToken);
        }
        catch (DockerApiException exception)
        {
            throw new UserErrorException($"The engine refused {reference}: {EngineMessage.Read(exception.ResponseBody)}", inner: exception);
        }
        catch (HttpRequestException exception)
        {
            var advice = "The engine's log tells why; a full disk, as a rule.";
            throw new UserErrorException($"The engine broke off the import of {reference}.", advice, inner: exception);
        }

        if (refusal.Message is { } message)
            throw new UserErrorException($"The engine refused {reference}: {message}");
    }

    /// <summary>
    /// Keeps the error of an import, which comes as a message after the answer has begun. Called in order, unlike <see cref="Progress{T}"/>.
    /// </summary>
    private sealed class ImportProgress : IProgress<JSONMessage>
    {
        public string? Message { get; private set; }

        public void Report(JSONMessage value) => Message ??= value.Error?.Message;
    }
}
