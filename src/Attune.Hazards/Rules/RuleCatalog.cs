using System.Collections.Immutable;

namespace Attune.Hazards.Rules;

/// <summary>The rules.</summary>
public static class RuleCatalog
{
    internal static ImmutableArray<Rule> Rules { get; } =
    [
        new CM001UnlockedSharedCache(),
        new CM002SplitCargoHome(),
        new CM003MixedSharingModes(),
        new CM004ForkedCache(),
        new CM005RelativeTargetCollision(),
        new CM006OppositeLockOrder(),
        new CM007NeedlessQueue(),
        new CM008MixedCacheContents(),
        new CM009EmptyCacheId(),
        new CM010CachesEmptiedByNoCache(),
        new CM011OutputLeftInCache(),
        new CM012PackagesRemovedByDockerClean(),
        new CM013PrivateCacheCopies(),
        new CM014HalfWrittenDownload(),
        new CM015SingleBuildAssumption(),
    ];

    /// <summary>The codes and names of all rules, by code.</summary>
    public static ImmutableArray<RuleInfo> All { get; } = [.. Rules.Select(r => new RuleInfo(r.Id, r.Name, r.Severity))];

    /// <summary>A rule by its code or name in any case, or null.</summary>
    public static RuleInfo? Find(string codeOrName) => All.FirstOrDefault(r =>
        r.Id.Equals(codeOrName, StringComparison.OrdinalIgnoreCase) || r.Name.Equals(codeOrName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The page of a rule, Markdown, or null when there is no such rule. It is part of the program: no network is needed.</summary>
    public static string? Explain(string codeOrName) => Find(codeOrName) is { } rule ? RulePages.Read(rule.Id) : null;
}

/// <summary>What identifies a rule.</summary>
/// <param name="Id">The code, such as <c>CM001</c>.</param>
/// <param name="Name">The name, kebab-case.</param>
/// <param name="Severity">How bad its findings are, unless one says otherwise.</param>
public sealed record RuleInfo(string Id, string Name, Severity Severity);
