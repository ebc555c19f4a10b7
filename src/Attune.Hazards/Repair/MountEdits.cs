using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Repair;

/// <summary>Changes to the options of a mount.</summary>
internal static class MountEdits
{
    /// <summary>Sets the sharing mode; null where the Dockerfile is written inside the compose file, which isn't edited.</summary>
    public static Fix? SetSharing(MountPlace place, CacheSharing sharing, FixSafety safety) => place.Service.Section.DockerfileInline is null
        ? new($"Set sharing={sharing.ToString().ToLowerInvariant()}", safety, place.Document.Source, [SharingEdit.Of(place.Document.Source, place.Mount.Flag, sharing)])
        : null;
}
