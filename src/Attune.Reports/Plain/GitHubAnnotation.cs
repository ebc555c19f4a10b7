using System.Globalization;
using Attune.Source;

namespace Attune.Reports.Plain;

/// <summary>
/// An annotation, which GitHub Actions reads from the log
/// (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
/// </summary>
internal static class GitHubAnnotation
{
    /// <param name="command"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="title">The heading.</param>
    /// <param name="message">The text; may have several lines.</param>
    /// <param name="location">The place, if there is one.</param>
    public static string Format(string command, string title, string message, SourceLocation? location) =>
        $"::{command} {(location is null ? "" : Place(location))}title={Property(title)}::{Data(message)}";

    public static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    private static string Place(SourceLocation location) => string.Create(
        CultureInfo.InvariantCulture,
        $"file={Property(location.Path)},line={location.Start.Line},endLine={location.End.Line},col={location.Start.Column},");
}
