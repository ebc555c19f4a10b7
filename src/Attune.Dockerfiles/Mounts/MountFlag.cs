using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Source;

namespace Attune.Dockerfiles.Mounts;

/// <summary>A <c>--mount</c> flag as it is written.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Options">Its options in the order in which they are written.</param>
public sealed record MountFlag(Flag Flag, ImmutableArray<MountOption> Options)
{
    /// <summary>The whole flag.</summary>
    public Span Span => Flag.Span;

    /// <summary>The option that decides: the last one with any of the names, or null.</summary>
    public MountOption? Find(params ReadOnlySpan<string> names)
    {
        for (var i = Options.Length - 1; i >= 0; i--)
            if (names.Contains(Options[i].Key))
                return Options[i];
        return null;
    }
}

/// <summary>One option of a <c>--mount</c>.</summary>
/// <param name="Key">The key in lower case.</param>
/// <param name="Value">The value without the quotes around options and flags, variables unexpanded; null when there is no equals sign.</param>
/// <param name="Span">From just after the comma (or equals sign) before it to just before the comma (or blank) after it.</param>
/// <param name="KeySpan">The key.</param>
/// <param name="ValueSpan">The value's characters; a point at the end of the option when there is none.</param>
public sealed record MountOption(string Key, string? Value, Span Span, Span KeySpan, Span ValueSpan);
