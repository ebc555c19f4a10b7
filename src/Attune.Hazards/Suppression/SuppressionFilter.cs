using System.Collections.Immutable;
using Attune.Hazards.Facts;
using Attune.Hazards.Rules;

namespace Attune.Hazards.Suppression;

/// <summary>Parts findings into those that are shown and those that are held back, and says which suppressions do nothing.</summary>
internal sealed class SuppressionFilter(Suppressions suppressions, ProjectFacts facts)
{
    private readonly Dictionary<BaselineEntry, int> _known = suppressions.Baseline.Open();
    private readonly HashSet<UsedComment> _usedComments = [];
    private readonly HashSet<IgnoredHazard> _usedEntries = [];

    public HazardReport Apply(IEnumerable<Finding> findings)
    {
        var open = ImmutableArray.CreateBuilder<Finding>();
        var suppressed = ImmutableArray.CreateBuilder<SuppressedFinding>();
        foreach (var finding in findings)
            if ((ByComment(finding) ?? ByConfiguration(finding) ?? ByBaseline(finding)) is { } held)
                suppressed.Add(held);
            else
                open.Add(finding);
        return new(open.ToImmutable()) { Suppressed = suppressed.ToImmutable(), Faults = suppressions.Coverage == CheckCoverage.Whole ? [.. Faults()] : [] };
    }

    private SuppressedFinding? ByComment(Finding finding)
    {
        SuppressedFinding? held = null;
        foreach (var comment in finding.Scope?.Comments(finding.Location.Start.Line) ?? [])
        {
            if (!comment.Rules.Any(r => IsRule(r, finding)))
                continue;
            _usedComments.Add(UsedComment.Of(comment, finding.Rule));
            held ??= new(finding, SuppressionKind.Comment) { Reason = comment.Reason };
        }

        return held;
    }

    private static bool IsRule(string name, Finding finding) =>
        name.Equals(finding.Rule, StringComparison.OrdinalIgnoreCase) || name.Equals(finding.Name, StringComparison.OrdinalIgnoreCase);

    private SuppressedFinding? ByConfiguration(Finding finding)
    {
        List<IgnoredHazard> entries = suppressions.Ignored.IsEmpty ? [] : [.. suppressions.Ignored.Where(i => i.Covers(finding, suppressions.PathOf(finding.Location.Path)))];
        _usedEntries.UnionWith(entries);
        return entries is [] ? null : new(finding, SuppressionKind.Configuration) { Reason = entries.FirstOrDefault(e => e.Reason is not null)?.Reason };
    }

    private SuppressedFinding? ByBaseline(Finding finding)
    {
        if (_known.Count == 0)
            return null;
        var entry = BaselineEntry.Of(finding, suppressions.PathOf(finding.Location.Path));
        if (_known.GetValueOrDefault(entry) == 0)
            return null;
        _known[entry]--;
        return new(finding, SuppressionKind.Baseline);
    }

    private IEnumerable<SuppressionFault> Faults()
    {
        foreach (var comment in WrittenComments.In(facts).DistinctBy(c => UsedComment.Of(c, "")))
            foreach (var fault in FaultsOf(comment))
                yield return fault with { Location = comment.Location };
        foreach (var entry in suppressions.Ignored.Where(i => !_usedEntries.Contains(i)))
            yield return new($"The entry '{entry.Text}' of IgnoreHazards holds nothing back", "Remove it, or correct its path: it is relative to the project directory.");
        if (_known.Values.Sum() is > 0 and var gone)
            yield return new($"{gone} of the baseline's findings {(gone == 1 ? "isn't" : "aren't")} there any more", "--write-baseline renews it.");
    }

    private IEnumerable<SuppressionFault> FaultsOf(SuppressionComment comment)
    {
        if (comment.Rules.IsEmpty)
            yield return new("This comment silences nothing: it isn't '# attune: ignore=RULE reason'", "Write it as # attune: ignore=CM007 reason; several rules are separated by commas.");
        foreach (var name in comment.Rules)
            if (RuleCatalog.Find(name) is not { } rule)
                yield return new($"There is no rule '{name}'", RuleNames.Advice(name));
            else if (!_usedComments.Contains(UsedComment.Of(comment, rule.Id)))
                yield return new($"This comment silences nothing: {rule.Id} isn't found at what follows it", "Remove it, or put it right above the instruction.");
    }

    private sealed record UsedComment(string Path, int Line, string Rule)
    {
        public static UsedComment Of(SuppressionComment comment, string rule) => new(comment.Location.Path, comment.Location.Start.Line, rule);
    }
}
