using Attune.Hazards.Rules;

namespace Attune.Hazards.Suppression;

/// <summary>What to say to somebody who names a rule that there isn't.</summary>
internal static class RuleNames
{
    public static string Advice(string rule)
    {
        var digits = rule.TrimStart('C', 'M', 'c', 'm', '-', '_', '0');
        var near = RuleCatalog.All.FirstOrDefault(r => digits.Length > 0 && r.Id.EndsWith(digits, StringComparison.Ordinal) && int.TryParse(digits, out _) && r.Id[2..].TrimStart('0') == digits)
            ?? RuleCatalog.All.FirstOrDefault(r => rule.Length > 4 && r.Name.Contains(rule, StringComparison.OrdinalIgnoreCase));
        return near is null ? $"The rules are {RuleCatalog.All[0].Id} to {RuleCatalog.All[^1].Id}; ExplainRule lists them." : $"Did you mean {near.Id} ({near.Name})?";
    }
}
