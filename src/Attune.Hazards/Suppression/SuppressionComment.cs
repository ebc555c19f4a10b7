using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attune.Source;

namespace Attune.Hazards.Suppression;

/// <summary>A comment that silences rules: <c># attune: ignore=CM007,CM013 reason</c>.</summary>
/// <param name="Location">The comment.</param>
/// <param name="Rules">Codes or names as written; none when the comment is malformed.</param>
/// <param name="Reason">What it says after them, or null.</param>
internal sealed partial record SuppressionComment(SourceLocation Location, ImmutableArray<string> Rules, string? Reason)
{
    /// <summary>The comment of a line, or null. A Dockerfile's comments have lines of their own.</summary>
    public static SuppressionComment? Read(SourceText source, int line, CommentPlacement placement = CommentPlacement.OwnLine)
    {
        var text = source.LineAt(line);
        var match = placement == CommentPlacement.OwnLine ? OwnLine().Match(text) : AnyPlace().Match(text);
        if (!match.Success)
            return null;
        var start = match.Groups["comment"].Index;
        var location = new SourceLocation(source.Path, new(line, start + 1), new(line, text.TrimEnd().Length + 1), text);
        var directive = Directive().Match(match.Groups["rest"].Value);
        return directive.Success
            ? new(location, [.. directive.Groups["rule"].Captures.Select(c => c.Value)], directive.Groups["reason"].Value.Trim() is { Length: > 0 } reason ? reason : null)
            : new(location, [], null);
    }

    /// <summary>All comments of a file.</summary>
    public static IEnumerable<SuppressionComment> In(SourceText source, CommentPlacement placement) =>
        Enumerable.Range(1, source.LineCount).Select(line => Read(source, line, placement)).OfType<SuppressionComment>();

    [GeneratedRegex(@"\A\s*(?<comment>#\s*attune\s*:(?<rest>.*))", RegexOptions.IgnoreCase)]
    private static partial Regex OwnLine();

    [GeneratedRegex(@"(\A|\s)(?<comment>#\s*attune\s*:(?<rest>.*))", RegexOptions.IgnoreCase)]
    private static partial Regex AnyPlace();

    [GeneratedRegex(@"\A\s*ignore\s*=\s*(?<rule>[\w-]+)(\s*,\s*(?<rule>[\w-]+))*(?<reason>(\s.*)?)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();
}

/// <summary>Where in a line a comment may stand.</summary>
internal enum CommentPlacement
{
    /// <summary>Alone.</summary>
    OwnLine,

    /// <summary>Behind other text, too.</summary>
    AnyPlace,
}
