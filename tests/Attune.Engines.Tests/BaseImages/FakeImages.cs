using Attune.Engines.Docker;

namespace Attune.Engines.Tests.BaseImages;

/// <summary>An engine with images in memory.</summary>
internal sealed class FakeImages : IDockerImages
{
    public Dictionary<string, Dictionary<string, string>> Present { get; } = [];

    public Dictionary<string, IReadOnlyList<string>> Imported { get; } = [];

    public List<string> Asked { get; } = [];

    /// <summary>What an import fails with, half-way.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>What the registry says: null for an image that it serves.</summary>
    public Func<CancellationToken, Task<string?>> Registry { get; set; } = _ => Task.FromResult<string?>("no such host");

    public Task<DockerImage?> FindAsync(string reference, CancellationToken cancellationToken) =>
        Task.FromResult(Present.TryGetValue(reference, out var labels) ? new DockerImage("sha256:0", 0, [reference], []) { Labels = labels } : null);

    public Task<string?> AskRegistryAsync(string reference, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add(reference);
        return Registry(cancellationToken);
    }

    public async Task<string> ImportAsync(Stream tar, string reference, IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
        {
            await tar.ReadExactlyAsync(new byte[512], cancellationToken);
            throw Refusal;
        }

        using var content = new MemoryStream();
        await tar.CopyToAsync(content, cancellationToken);
        lock (Imported)
            Imported.Add(reference, [.. changes, .. Tars.Read(content.ToArray())]);
        return "sha256:0";
    }

    public Task PullAsync(string reference, TimeSpan timeLimit, IProgress<PullProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Base images are pulled by the build that needs them.");

    public Task<Stream> SaveAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is saved.");

    public Task LoadAsync(Stream archive, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is loaded.");

    public Task TagAsync(string image, string reference, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is named anew.");

    public Task RemoveAsync(string reference, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is removed.");
}
