using System.Collections.Immutable;
using Attune.Builds.Events;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;

namespace Attune.Recovery.Diagnosis;

/// <summary>Finds what a failed step mounted.</summary>
internal static class FailedStep
{
    /// <summary>The caches that the step could write to; none when the step isn't known.</summary>
    public static ImmutableArray<CacheMount> Mounts(ServicePlan service, BuildFailure failure)
    {
        if (failure.Location is not { } place)
            return [];
        var line = place.Start.Line;
        return [.. service.CacheMounts.Where(m => m.Access == MountAccess.ReadWrite && Contains(service, m, line))];
    }

    private static bool Contains(ServicePlan service, CacheMount mount, int line)
    {
        var source = service.Document!.Source;
        return source.PositionOf(mount.Run.Span.Start).Line <= line && line <= source.PositionOf(mount.Run.Span.End).Line;
    }
}
