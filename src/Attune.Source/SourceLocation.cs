using System.Globalization;

namespace Attune.Source;

/// <summary>Where something stands in a file, with the line itself so that it can be shown.</summary>
/// <param name="Path">The file as the user knows it.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Just after the last character.</param>
/// <param name="SourceLine">The text of the first line, without its line break.</param>
public sealed record SourceLocation(string Path, LinePosition Start, LinePosition End, string SourceLine)
{
    /// <summary><c>path:line:column</c>, the form that terminals and editors make clickable.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Start.Line}:{Start.Column}");

    /// <summary>The source line with carets under the span, two lines that fit a terminal; long lines are cut around the span.</summary>
    public string Excerpt() => new SourceExcerpt(this).ToString();
}
