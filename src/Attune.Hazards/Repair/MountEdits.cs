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
            : new Edit(new(EndOfOptions(place), 0), ",sharing=" + word);
        return new($"Set sharing={word}", safety, place.Document.Source, [edit]);
    }

    // The options of --mount="type=cache,…" end before the quote.
    private static int EndOfOptions(MountPlace place)
    {
        var span = place.Mount.Flag.Flag.ValueSpan;
        var value = place.Document.Source.Text.AsSpan(span.Start, span.Length);
        var isQuoted = value is ['"' or '\'', _, ..] && value[1..].IndexOf(value[0]) == value.Length - 2;
        return isQuoted ? span.End - 1 : place.Mount.Flag.Options[^1].Span.End;
    }
}
