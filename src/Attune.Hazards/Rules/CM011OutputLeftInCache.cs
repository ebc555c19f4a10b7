using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;
using Attune.Dockerfiles.Scopes;
using Attune.Hazards.Facts;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Rules;

/// <summary>
/// A cache mount and the stage's own files meet on one path, and only one is seen at a time: a COPY takes files from there although they
/// are in the cache, or the mount hides what an earlier instruction put there.
/// </summary>
internal sealed class CM011OutputLeftInCache() : StageRule(Severity.Warning)
{
    protected override IEnumerable<Finding> Check(StageFacts stage, ProjectFacts facts)
    {
        var copied = CopiesFrom(stage).ToList();
        foreach (var place in facts.PlacesOf(stage))
        {
            if (place.Mount.PathCertainty != Certainty.Certain)
                continue;
            if (Hidden(place, stage) is { } hidden)
                yield return hidden;
            else if (copied.Find(c => ToolPaths.IsBelow(c.Source, place.Mount.MountPath)) is { } lost && !IsFilledElsewhere(stage, place.Mount))
            {
                yield return At(place, Message(place.Mount, lost, stage), place.Uses.Select(u => u.Use).Distinct()) with
                {
                    Advice = "Copy what is needed out of the mount in this RUN, and take it from there.",
                };
            }
        }
    }

    private Finding? Hidden(MountPlace place, StageFacts stage)
    {
        if (place.Mount is { From: not null } || WhatIsHidden(place.Mount, stage) is not { } hidden)
            return null;
        return At(place, $"the cache mount on {place.Mount.MountPath} hides {hidden} while this RUN runs", place.Uses.Select(u => u.Use).Distinct()) with
        {
            Confidence = Confidence.Medium,
            Advice = "Mount the cache on a path of its own, or mount it in every RUN that writes there.",
        };
    }

    private static string? WhatIsHidden(CacheMount mount, StageFacts stage)
    {
        if (HiddenFiles.Before(stage, mount) is { } by)
            return $"what line {stage.Build.Resolved.Document.LocationOf(by.Span).Start.Line} puts there";
        var known = WellKnownImages.EnvironmentOf(stage.BaseImage);
        return known.GetValueOrDefault("CARGO_HOME") == mount.MountPath ? $"what {stage.BaseImage} has there, cargo itself among it"
            : known.GetValueOrDefault("RUSTUP_HOME") == mount.MountPath ? $"what {stage.BaseImage} has there, the toolchain"
            : null;
    }

    // Whatever else names the path may put files there that the COPY is after.
    private static bool IsFilledElsewhere(StageFacts stage, CacheMount mount)
    {
        var name = mount.MountPath[(mount.MountPath.LastIndexOf('/') + 1)..];
        return stage.Instructions.Any(i => i switch
        {
            CopyInstruction copy => copy.Destination.Text.Contains(name, StringComparison.Ordinal),
            RunInstruction run => run.Span != mount.Run.Span && CommandText.Of(run).Contains(name, StringComparison.Ordinal) && !Mounts(run, mount),
            _ => false,
        });
    }

    private static bool Mounts(RunInstruction run, CacheMount mount) =>
        run.Mounts.Any(m => m.Find("target", "dst", "destination")?.Value?.TrimEnd('/') == mount.Flag.Find("target", "dst", "destination")?.Value?.TrimEnd('/'));

    private static IEnumerable<CopiedPath> CopiesFrom(StageFacts stage) => stage.Build.Resolved.Stages
        .SelectMany(s => s.Declaration.Instructions).OfType<CopyInstruction>()
        .Where(copy => copy.From?.Value is { } name && IsName(name, stage))
        .SelectMany(copy => copy.Sources, (copy, source) => new CopiedPath(copy, source.Text.TrimEnd('/')))
        .Where(c => c.Source.StartsWith('/') && !c.Source.Contains('$', StringComparison.Ordinal));

    private static bool IsName(string name, StageFacts stage) =>
        string.Equals(name, stage.Stage.Declaration.Name, StringComparison.OrdinalIgnoreCase) ||
        name == stage.Stage.Declaration.Index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Message(CacheMount mount, CopiedPath lost, StageFacts stage) =>
        $"line {stage.Build.Resolved.Document.LocationOf(lost.Copy.Span).Start.Line} copies {lost.Source} from this stage, but {mount.MountPath} is a cache mount: its files aren't in the stage once the RUN ends";

    private sealed record CopiedPath(CopyInstruction Copy, string Source);
}
