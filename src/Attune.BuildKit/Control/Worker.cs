namespace Attune.BuildKit.Control;

/// <summary>What runs builds in an engine; a Docker Engine has one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Platforms">What it can build for, such as <c>linux/arm64/v8</c>; the native one first.</param>
/// <param name="Labels">Its labels; <c>org.mobyproject.buildkit.worker.snapshotter</c> is there with the containerd image store.</param>
public sealed record Worker(string Id, IReadOnlyList<string> Platforms, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>BuildKit's version; null before 23.0.</summary>
    public string? BuildKitVersion { get; init; }

    /// <summary>The rules of its garbage collection, in the order in which they are applied; engines before 28 list none.</summary>
    public IReadOnlyList<GcRule> GcRules { get; init; } = [];

    internal static Worker Of(Wire.WorkerRecord record) => new(record.Id, [.. record.Platforms.Select(Text)], record.Labels)
    {
        BuildKitVersion = record.BuildkitVersion?.Version is { Length: > 0 } version ? version : null,
        GcRules = [.. record.GcPolicy.Select(GcRule.Of)],
    };

    private static string Text(Wire.Platform platform) =>
        $"{platform.Os}/{platform.Architecture}" + (platform.Variant.Length > 0 ? "/" + platform.Variant : "");
}
