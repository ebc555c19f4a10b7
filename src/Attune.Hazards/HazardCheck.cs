using System.Collections.Immutable;
using Attune.Hazards.Facts;
using Attune.Hazards.Rules;
using Attune.Hazards.Suppression;
using Attune.Projects;
using Attune.Source;

namespace Attune.Hazards;

/// <summary>Looks for hazards in the cache mounts of a project.</summary>
public static class HazardCheck
{
    /// <summary>All findings that no comment silences, by place.</summary>
    /// <param name="plan">The project's builds.</param>
    public static ImmutableArray<Finding> Run(BuildPlan plan) => Run(plan, Suppressions.CommentsOnly).Findings;

    /// <summary>All findings, those that something holds back apart from the others.</summary>
    /// <param name="plan">The project's builds.</param>
    /// <param name="suppressions">What holds findings back, besides comments.</param>
    /// <param name="record">What earlier builds took, if any is known; findings then name costs that were measured.</param>
    public static HazardReport Run(BuildPlan plan, Suppressions suppressions, IBuildRecord? record = null)
    {
        ArgumentNullException.ThrowIfNull(suppressions);
        var facts = ProjectFacts.Of(plan) with { Record = record };
        return new SuppressionFilter(suppressions, facts).Apply(Simultaneous
            .SelectFew(RuleCatalog.Rules, rule => rule.Check(facts).ToList()).SelectMany(f => f)
            .OrderBy(f => f.Location.Path, StringComparer.Ordinal)
            .ThenBy(f => f.Location.Start.Line)
            .ThenBy(f => f.Location.Start.Column)
            .ThenBy(f => f.Rule, StringComparer.Ordinal));
    }
}
