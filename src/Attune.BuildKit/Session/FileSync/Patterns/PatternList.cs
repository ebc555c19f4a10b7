namespace Attune.BuildKit.Session.FileSync.Patterns;

/// <summary>
/// Patterns in .dockerignore's language, where order matters and <c>!</c> makes an exception
/// (https://docs.docker.com/build/concepts/context/#dockerignore-files).
/// </summary>
internal sealed class PatternList
{
    private readonly (PathPattern Pattern, bool IsException)[] _patterns;

    /// <exception cref="SyncException">A pattern is malformed.</exception>
    public PatternList(IEnumerable<string> patterns) => _patterns =
    [
        .. from text in patterns
           let trimmed = text.Trim()
           where trimmed.Length > 0
           let isException = trimmed[0] == '!'
           select (new PathPattern(RelativePath.Clean(isException ? trimmed[1..] : trimmed)), isException),
    ];

    /// <summary>Whether the last pattern that matches the path or a parent of it is no exception.</summary>
    /// <param name="path">A path.</param>
    /// <param name="parent">Which patterns its directory matched; null for the root.</param>
    /// <param name="matches">Which patterns it matches.</param>
    public bool Match(string path, bool[]? parent, out bool[] matches)
    {
        matches = new bool[_patterns.Length];
        var matched = false;
        for (var i = 0; i < _patterns.Length; i++)
        {
            var (pattern, isException) = _patterns[i];
            // A pattern that couldn't change the outcome is not tried, as in Docker's own matcher: what a directory matches decides for
            // its content, so trying it would change results.
            matches[i] = parent is not null && parent[i] || (isException == matched && pattern.Matches(path));
            if (matches[i])
                matched = !isException;
        }

        return matched;
    }

    /// <summary>Whether a pattern could match something in a directory that it doesn't match itself.</summary>
    public bool MayMatchBelow(string directory) => _patterns.Any(p => !p.IsException && p.Pattern.MayMatchBelow(directory));

    /// <summary>Whether an exception could match something in a directory.</summary>
    public bool MayExceptBelow(string directory) => _patterns.Any(p => p.IsException && p.Pattern.MayMatchBelow(directory));
}
