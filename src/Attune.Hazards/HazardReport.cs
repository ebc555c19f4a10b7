using System.Collections.Immutable;
using Attune.Hazards.Suppression;

namespace Attune.Hazards;

/// <summary>What a check found.</summary>
/// <param name="Findings">The findings that nothing holds back, by place.</param>
public sealed record HazardReport(ImmutableArray<Finding> Findings)
{
    /// <summary>The findings that are held back, by place.</summary>
    public ImmutableArray<SuppressedFinding> Suppressed { get; init; } = [];

    /// <summary>What is wrong with the suppressions.</summary>
    public ImmutableArray<SuppressionFault> Faults { get; init; } = [];
}
