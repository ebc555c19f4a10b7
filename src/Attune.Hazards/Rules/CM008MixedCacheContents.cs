using System.Text.RegularExpressions;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Rules;

/// <summary>Users of one cache put different things there: different tools, or one tool's output for different platforms.</summary>
internal sealed partial class CM008MixedCacheContents() : MountRule(Severity.Warning)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        foreach (var (cache, use, step, _) in place.Uses)
        {
            if (OtherTool(cache, use) is { } stranger)
                return At(place, ToolMessage(use, stranger), [stranger, use]) with { Advice = "Give each of them an id of its own." };
            if (OtherPlatform(cache, use, step) is { } other)
            {
                return At(place, PlatformMessage(use, step, other), [use]) with
                {
                    Confidence = Confidence.Medium,
                    Advice = "Put the platform into the id (ARG TARGETARCH, then id=target-${TARGETARCH}), or build with --target.",
                };
            }
        }

        return null;
    }

    // The first user of a cache is at home there; later ones with another tool, or another directory of it, are strangers.
    private static CacheUse? OtherTool(CacheFacts cache, CacheUse use) => use.Tool.Directory is { } directory && cache.HasSeveralDirectories
        ? cache.Uses.TakeWhile(u => u != use).FirstOrDefault(u =>
            u.Tool.Directory is { } other && other != directory && u.Mount.MountPath != use.Mount.MountPath && u.HasSameDirectoryAs(use))
        : null;

    private static StepOccurrence? OtherPlatform(CacheFacts cache, CacheUse use, StepOccurrence step) =>
        use.Tool.Directory?.Content != ContentKind.PlatformOutput || use.Sharing == CacheSharing.Private || TellsPlatformsApart().IsMatch(use.Step.Command)
            ? null
            : cache.Uses
                .Where(u => u != use && u.HasSameDirectoryAs(use))
                .SelectMany(u => u.Step.Occurrences)
                .FirstOrDefault(o => ReferenceEquals(o.Build.Service, step.Build.Service) && o.Build.Platform != step.Build.Platform);

    private static string ToolMessage(CacheUse use, CacheUse other) =>
        $"the cache {use.Mount.Id} is {use.Tool.Describe()} here and {other.Tool.Describe()} at {Names.Place(other.Mount)}";

    private static string PlatformMessage(CacheUse use, StepOccurrence step, StepOccurrence other) =>
        $"{use.Tool.Describe()} in the cache {use.Mount.Id} is shared by {step.Build.DisplayName} and {other.Build.DisplayName}, whose output has the same names there";

    [GeneratedRegex(@"--target[ =]|xx-cargo|CARGO_BUILD_TARGET")]
    private static partial Regex TellsPlatformsApart();
}
