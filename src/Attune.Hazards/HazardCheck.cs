using System.Collections.Immutable;
using Attune.Hazards.Facts;
using Attune.Hazards.Rules;
using Attune.Projects;

namespace Attune.Hazards;

/// <summary>Looks for hazards in the cache mounts of a project.</summary>
public static class HazardCheck
{
    /// <summary>All findings that no comment silences, by place.</summary>
    /// <param name="plan">The project's builds.</param>
    public static ImmutableArray<Finding> Run(BuildPlan plan)
    {
        var facts = ProjectFacts.Of(plan);
        return
        [
            .. RuleCatalog.Rules
                .SelectMany(rule => rule.Check(facts))
                .Where(f => f.Scope?.Silences(f.Rule, f.Name, f.Location.Start.Line) != true)
                .OrderBy(f => f.Location.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Location.Start.Line)
                .ThenBy(f => f.Location.Start.Column)
                .ThenBy(f => f.Rule, StringComparer.Ordinal),
        ];
    }
}
