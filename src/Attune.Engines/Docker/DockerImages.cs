using Attune.Source;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Attune.Engines.Docker;

/// <summary>An engine's images through Docker.DotNet.</summary>
internal sealed class DockerImages(
    IImageOperations images, IDistributionOperations registries, ImageInspection inspection, DockerCalls calls) : IDockerImages
{
    private static readonly AuthConfig _anonymous = new();

    /// <inheritdoc/>
    public Task<DockerImage?> FindAsync(string reference, CancellationToken cancellationToken) => inspection.FindAsync(reference, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> AskRegistryAsync(string reference, CancellationToken cancellationToken) =>
        calls.MakeAsync<string?>($"Can't ask for {reference}", async () =>
        {
            try
            {
                await registries.InspectAsync(reference, cancellationToken);
                return null;
            }
            catch (DockerApiException refusal)
            {
                return DockerCalls.Message(refusal);
            }
        });

    /// <inheritdoc/>
    public async Task PullAsync(string reference, TimeSpan timeLimit, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        var (repository, tag) = ImageReference.Parse(reference);
        var messages = new MessageSink(m => progress?.Report(
            new PullProgress(m.ID ?? reference, m.Status ?? "", m.Progress?.Current, m.Progress?.Total)));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        try
        {
            await images.CreateImageAsync(new ImagesCreateParameters { FromImage = repository, Tag = tag }, _anonymous, messages, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ImagePullException(reference, PullFault.RegistryUnreachable, $"not done within {timeLimit.TotalSeconds:0} s");
        }
        catch (DockerApiException e)
        {
            throw PullFailure.Explain(reference, DockerCalls.Message(e));
        }
        catch (HttpRequestException e)
        {
            await calls.MakeAsync($"Can't pull {reference}", () => Task.FromException(e));
        }

        if (messages.Error is { } error)
            throw PullFailure.Explain(reference, error);
    }

    /// <inheritdoc/>
    public Task TagAsync(string image, string reference, CancellationToken cancellationToken)
    {
        var (repository, tag) = ImageReference.Parse(reference);
        return calls.MakeAsync(
            $"Can't name {image} {reference}",
            () => images.TagImageAsync(image, new ImageTagParameters { RepositoryName = repository, Tag = tag }, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<string> ImportAsync(Stream tar, string reference, IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        var (repository, tag) = ImageReference.Parse(reference);
        string? id = null;
        // The last message's status is the new image's id.
        var messages = new MessageSink(m => id = m.Status ?? id);
        var parameters = new ImagesCreateParameters { FromSrc = "-", Repo = repository, Tag = tag, Changes = [.. changes] };
        await calls.MakeAsync($"Can't import {reference}", () => images.CreateImageAsync(parameters, tar, _anonymous, messages, cancellationToken));
        if (messages.Error is { } error)
            throw new UserErrorException($"Can't import {reference}: {error}");
        return id?.StartsWith("sha256:", StringComparison.Ordinal) == true
            ? id
            : throw new UserErrorException($"Can't import {reference}: the engine named no image");
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string reference, CancellationToken cancellationToken) => calls.MakeOrMissAsync(
        $"Can't remove {reference}", () => images.DeleteImageAsync(reference, new ImageDeleteParameters(), cancellationToken));

    // Not Progress<T>: that one reports later and out of order.
    private sealed class MessageSink(Action<JSONMessage> report) : IProgress<JSONMessage>
    {
        public string? Error { get; private set; }

        public void Report(JSONMessage value)
        {
            Error ??= value.Error?.Message;
            report(value);
        }
    }
}
