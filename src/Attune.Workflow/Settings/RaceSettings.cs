using Attune.RaceLab.Contenders;

namespace Attune.Workflow.Settings;

/// <summary>How the race lab works.</summary>
public sealed record RaceSettings
{
    /// <summary>How many services are built beside each other.</summary>
    public int ServicesCount { get; init; } = 5;

    /// <summary>How often each contender is put to the test.</summary>
    public int Trials { get; init; } = 20;

    /// <summary>How far builds go.</summary>
    public BenchWork Work { get; init; }
}
