using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Source;

namespace Attune.Hazards.Repair;

/// <summary>Changes to the options of a mount.</summary>
internal static class MountEdits
{
    /// <summary>Sets the sharing mode; null where the Dockerfile is written inside the compose file, which isn't edited.</summary>
    public static Fix? SetSharing(MountPlace place, CacheSharing sharing, FixSafety safety)
    {
        if (place.Service.Section.DockerfileInline is not null)
            return null;
        var word = sharing.ToString().ToLowerInvariant();
        var edit = place.Mount.SharingOption is { Value: not null } option
            ? new Edit(option.ValueSpan, word)
            : new Edit(new(place.Mount.Flag.Options[^1].Span.End, 0), ",sharing=" + word);
        return new($"Set sharing={word}", safety, place.Document.Source, [edit]);
    }
}
