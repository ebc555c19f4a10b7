using Attune.Dockerfiles.Mounts;
using Attune.Recovery.Signatures;

namespace Attune.Recovery.Diagnosis;

/// <summary>A message that shows that a cache is damaged.</summary>
/// <param name="Tool">Who said it.</param>
/// <param name="Signature">What it was known by.</param>
/// <param name="Mount">The cache.</param>
internal sealed record CacheDiagnosis(ToolSignatures Tool, Signature Signature, CacheMount Mount)
{
    /// <summary>The message's first line.</summary>
    public required string Symptom { get; init; }

    /// <summary>The path that it names, or empty.</summary>
    public required string Path { get; init; }

    /// <summary>The entry that it names, or empty.</summary>
    public required string Item { get; init; }
}
