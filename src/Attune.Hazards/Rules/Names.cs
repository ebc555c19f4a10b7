using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Rules;

/// <summary>How messages name those concerned.</summary>
internal static class Names
{
    private const int MostNamed = 6;

    public static ImmutableArray<string> Services(IEnumerable<CacheUse> uses) => UseGroup.Of(uses).Services;

    /// <summary>Services; for one service its platforms; for one build its stages.</summary>
    public static string Of(IReadOnlyCollection<CacheUse> uses) => UseGroup.Of(uses).Describe(Of);

    private static string Of(UseGroup group)
    {
        // Stages of Dockerfiles without a compose file are builds of their own: who runs the step is the stage, not all that need it.
        var stages = group.Select(u => u.Step.First.Stage.Declaration.DisplayName).Distinct(StringComparer.Ordinal).ToList();
        if (group.Steps.All(s => s.Build.Service.Args is []) && stages.Count == group.Count && group.DistinctBy(u => u.Step.First.Build.Resolved.Document.Source).Count() == 1)
            return "the stages " + List(stages);
        if (group.Services.Length > 1)
            return List(group.Services);
        return group.Builds.Length > 1
            ? List(group.Builds)
            : $"{group.Services[0]}'s stages {List([.. group.Steps.Select(s => s.Stage.Declaration.DisplayName).Distinct(StringComparer.Ordinal)])}";
    }

    public static string List(IReadOnlyList<string> names) => names.Count > MostNamed
        ? $"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more"
        : string.Join(", ", names);

    /// <summary>The place of a mount, short: <c>Dockerfile:3</c>.</summary>
    public static string Place(CacheMount mount) => $"{mount.Location.Path}:{mount.Location.Start.Line}";

    public static string Sharing(CacheSharing sharing) => "sharing=" + sharing.ToString().ToLowerInvariant();
}
