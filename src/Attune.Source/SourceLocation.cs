using System.Globalization;

namespace Attune.Source;

/// <summary>Where something stands in a file, with the line itself so that it can be shown.</summary>
/// <param name="Path">The file as the user knows it.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Just after the last character.</param>
/// <param name="SourceLine">The text of the first line, without its line break.</param>
public sealed record SourceLocation(string Path, LinePosition Start, LinePosition End, string SourceLine)
{
    private const int MaxExcerptLength = 160;

    /// <summary><c>path:line:column</c>, the form that terminals and editors make clickable.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Start.Line}:{Start.Column}");

    /// <summary>The source line with carets under the span, two lines; long lines are cut around the span.</summary>
    public string Excerpt()
    {
        var from = Start.Column > MaxExcerptLength ? Start.Column - 40 : 1;
        var line = SourceLine[Math.Min(from - 1, SourceLine.Length)..];
        if (line.Length > MaxExcerptLength)
            line = line[..MaxExcerptLength] + "…";
        var number = Start.Line.ToString(CultureInfo.InvariantCulture);
        var width = End.Line == Start.Line ? Math.Max(End.Column - Start.Column, 1) : Math.Max(SourceLine.Length - Start.Column + 1, 1);
        var indent = string.Concat(line.Take(Start.Column - from).Select(c => c == '\t' ? '\t' : ' '));
        var carets = new string('^', Math.Clamp(width, 1, Math.Max(line.Length - indent.Length, 1)));
        return $"  {number} | {line}\n  {new string(' ', number.Length)} | {indent}{carets}";
    }
}
