namespace Attune.Workflow.Settings;

/// <summary>How strategies are measured against each other.</summary>
public sealed record BenchmarkSettings
{
    /// <summary>How often the whole comparison is repeated.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>What is compared, by name; empty compares all, and the peers that are there.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];
}
