using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Repair;

/// <summary>Changes to the options of a mount.</summary>
internal static class MountEdits
{
    /// <summary>Sets the sharing mode; null where the Dockerfile is written inside the compose file, which isn't edited.</summary>
    public static Fix? SetSharing(MountPlace place, CacheSharing sharing, FixSafety safety) => SetSharing([place], sharing, safety);

    /// <summary>Sets the sharing mode of several mounts of one Dockerfile.</summary>
    public static Fix? SetSharing(IEnumerable<MountPlace> places, CacheSharing sharing, FixSafety safety)
    {
        MountPlace[] all = [.. places];
        var source = all[0].Document.Source;
        return all[0].Service.Section.DockerfileInline is null
            ? new($"Set sharing={sharing.ToString().ToLowerInvariant()}", safety, source, [.. all.Select(p => SharingEdit.Of(source, p.Mount.Flag, sharing))])
            : null;
    }
}
