using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Scopes;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Rules;

/// <summary>Mounts with the same relative target share one cache although they are mounted on different paths: the id ignores WORKDIR.</summary>
internal sealed class CM005RelativeTargetCollision() : MountRule(Severity.Warning)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        foreach (var (cache, use, _, mount) in place.Uses)
        {
            if (!IsRelative(mount))
                continue;
            if (cache.Uses.FirstOrDefault(o => IsRelative(o.Mount) && o.Mount.MountPath != mount.MountPath) is { } other)
                return At(place, Message(mount, other.Mount), [other, use]) with { Advice = "Write an absolute target, or give each cache an id." };
        }

        return null;
    }

    private static bool IsRelative(CacheMount mount) =>
        mount is { IdOrigin: IdOrigin.Target, PathCertainty: Certainty.Certain } && !mount.Target.StartsWith('/');

    private static string Message(CacheMount mount, CacheMount other) =>
        $"'{mount.Target}' is {mount.MountPath} here and {other.MountPath} at {Names.Place(other)}, yet both are the cache {mount.Id}: an id comes from the target before WORKDIR is applied";
}
