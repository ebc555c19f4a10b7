using Attune.Source;

namespace Attune.Dockerfiles.Mounts;

/// <summary>The change to a Dockerfile that gives a mount another sharing mode.</summary>
public static class SharingEdit
{
    /// <summary>Makes the mode explicit, in place of the one that is written or after the last option.</summary>
    /// <param name="source">The Dockerfile that the flag stands in.</param>
    /// <param name="flag">The flag of the mount.</param>
    /// <param name="sharing">The mode.</param>
    public static Edit Of(SourceText source, MountFlag flag, CacheSharing sharing)
    {
        var word = sharing.ToString().ToLowerInvariant();
        return flag.Find("sharing") is { Value: not null } option
            ? new Edit(option.ValueSpan, word)
            : new Edit(new(EndOfOptions(source, flag), 0), ",sharing=" + word);
    }

    // The options of --mount="type=cache,…" end before the quote.
    private static int EndOfOptions(SourceText source, MountFlag flag)
    {
        var span = flag.Flag.ValueSpan;
        var value = source.Text.AsSpan(span.Start, span.Length);
        var isQuoted = value is ['"' or '\'', _, ..] && value[1..].IndexOf(value[0]) == value.Length - 2;
        return isQuoted ? span.End - 1 : flag.Options[^1].Span.End;
    }
}
