namespace Attune.Engines.Docker;

/// <summary>What a pull does at the moment.</summary>
/// <param name="Layer">The layer's short id, or the image's name for messages about the whole.</param>
/// <param name="Status">The engine's words: <c>Downloading</c>, <c>Extracting</c>, <c>Pull complete</c>.</param>
/// <param name="Current">Bytes done, when the engine counts them.</param>
/// <param name="Total">Bytes in all, when known.</param>
public sealed record PullProgress(string Layer, string Status, long? Current, long? Total);
