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
            .. from rule in RuleCatalog.Rules
               from finding in rule.Check(facts)
               where finding.Scope?.Silences(finding.Rule, finding.Name, finding.Location.Start.Line) != true
               orderby finding.Location.Path, finding.Location.Start.Line, finding.Location.Start.Column, finding.Rule
               select finding,
        ];
    }
}
