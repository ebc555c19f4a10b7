namespace Attune.Workflow.Settings;

/// <summary>How strategies are measured against each other.</summary>
public sealed record BenchmarkSettings
{
    /// <summary>How often the whole comparison is repeated.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>What is compared, by name; empty compares all, and the peers that are there.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];

    /// <summary>What there is to build, by name; empty takes all. The first build always takes part.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>What cargo measured, for a simulation; null takes what this repository keeps of its own services.</summary>
    public string? Timings { get; init; }

    /// <summary>The unit graph of the same build; null takes what this repository keeps.</summary>
    public string? UnitGraph { get; init; }

    /// <summary>What compiling once takes on two cores, in seconds; 0 takes the timings as they are.</summary>
    public int ScaleTo { get; init; }

    /// <summary>The crate that the build of every service compiles again.</summary>
    public string SharedCrate { get; init; } = "attune-common";
}
