using Attune.BuildKit.Session.FileSync.Trees;

namespace Attune.BuildKit.Session.FileSync.Patterns;

/// <summary>What becomes of an entry.</summary>
internal enum Verdict
{
    /// <summary>It is sent.</summary>
    Keep,

    /// <summary>It is not, but something in it may be.</summary>
    Descend,

    /// <summary>Neither it nor anything in it is.</summary>
    Prune,
}

/// <summary>Which patterns a directory matched: its content matches them as well.</summary>
internal readonly record struct FilterMatches(bool[]? Includes, bool[]? Excludes);

/// <summary>The include and exclude patterns of one sync; either list may be missing.</summary>
internal sealed class PathFilter(PatternList? includes, PatternList? excludes)
{
    public Verdict Judge(FileEntry entry, FilterMatches parent, out FilterMatches matches)
    {
        bool[]? included = null, excluded = null;
        var isIncluded = includes?.Match(entry.Path, parent.Includes, out included) ?? true;
        var isExcluded = excludes?.Match(entry.Path, parent.Excludes, out excluded) ?? false;
        matches = new(included, excluded);
        if (isIncluded && !isExcluded)
            return Verdict.Keep;
        if (!entry.IsDirectory || (!isIncluded && !includes!.MayMatchBelow(entry.Path)) || (isExcluded && !excludes!.MayExceptBelow(entry.Path)))
            return Verdict.Prune;
        return Verdict.Descend;
    }
}
