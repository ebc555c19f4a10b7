namespace Attune.Reports.Tables;

/// <summary>A cache record that was removed.</summary>
/// <param name="Name">What it was: a cache mount's id, a layer's description.</param>
/// <param name="Size">The bytes that it took.</param>
public sealed record ReclaimedRow(string Name, long Size);
