namespace Attune.Reports.Text;

/// <summary>
/// Makes lines of a stream that comes in arbitrary pieces. A carriage return starts the line anew, as on a terminal, so that a progress
/// bar becomes the line that it ends with.
/// </summary>
/// <param name="Pending">The beginning of a line whose end hasn't come.</param>
internal readonly record struct LineBuffer(string Pending)
{
    /// <summary>A longer line is cut into several: output without line breaks must not fill the memory.</summary>
    public const int MaxLength = 4096;

    public static LineBuffer Empty { get; } = new("");

    /// <summary>Takes the next piece, adds each line that is complete to <paramref name="lines"/> and gives what is left.</summary>
    public LineBuffer Feed(string text, ICollection<string> lines)
    {
        var pending = Pending;
        var start = 0;
        for (var end = text.IndexOf('\n', start); end >= 0; end = text.IndexOf('\n', start))
        {
            AddLine(pending + text[start..end], lines);
            pending = "";
            start = end + 1;
        }

        return new(Bound(FromCarriageReturn(pending + text[start..]), lines));
    }

    /// <summary>Adds what is left as a last line.</summary>
    public LineBuffer Flush(ICollection<string> lines)
    {
        if (Visible.Length > 0)
            lines.Add(Visible);
        return Empty;
    }

    /// <summary>The unfinished line as a terminal would show it.</summary>
    public string Visible => TerminalText.Clean(AfterCarriageReturn(Pending));

    private static void AddLine(string raw, ICollection<string> lines)
    {
        var clean = TerminalText.Clean(Bound(AfterCarriageReturn(raw), lines));

        // What only wiped a progress bar is not an empty line.
        if (clean.Length > 0 || !raw.TrimEnd('\r').Contains('\r', StringComparison.Ordinal))
            lines.Add(clean);
    }

    private static string AfterCarriageReturn(string line)
    {
        var shown = line.TrimEnd('\r');
        return shown[(shown.LastIndexOf('\r') + 1)..];
    }

    // The return itself stays, as a sign that something was wiped; those at the end too, since they may be half of a line break.
    private static string FromCarriageReturn(string line)
    {
        var last = line.AsSpan().TrimEnd('\r').LastIndexOf('\r');
        return last <= 0 ? line : line[last..];
    }

    private static string Bound(string line, ICollection<string> lines)
    {
        var start = 0;
        for (; line.Length - start > MaxLength; start += MaxLength)
            lines.Add(TerminalText.Clean(line.Substring(start, MaxLength)));
        return start == 0 ? line : line[start..];
    }
}
