using Attune.Engines.BaseImages;

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

    public Task<IReadOnlyDictionary<string, string>?> FindLabelsAsync(string reference, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>?>(Present.GetValueOrDefault(reference));

    public Task<string?> AskRegistryAsync(string reference, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add(reference);
        return Registry(cancellationToken);
    }

    public async Task ImportAsync(string reference, IReadOnlyList<string> changes, Stream tar, CancellationToken cancellationToken)
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
    }
}
