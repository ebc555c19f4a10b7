using System.Globalization;
using System.Text;

using Attune.Reports.Progress;
using Attune.Reports.Text;

namespace Attune.Reports.Live;

/// <summary>
/// Keeps a few lines at the bottom of a terminal up to date. A frame is one write, in which only changed lines are overwritten, so that
/// nothing flickers; between frames the cursor stands in the first column below the last line.
/// </summary>
internal sealed class AnsiScreen(TextWriter writer, ColorPolicy colors)
{
    private const string HideCursor = "\u001b[?25l";
    private const string ShowCursor = "\u001b[?25h";
    private const string ClearLineEnd = "\u001b[K";
    private const string ClearBelow = "\u001b[J";

    // A synchronized update (https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036) shows a frame at once where the
    // terminal knows it.
    private const string BeginUpdate = "\u001b[?2026h";
    private const string EndUpdate = "\u001b[?2026l";

    // Without automatic wrapping a character that is wider than we think can't push the frame down.
    private const string WrapOff = "\u001b[?7l";
    private const string WrapOn = "\u001b[?7h";

    private string[] _shown = [];
    private int[] _shownWidths = [];
    private TerminalSize _size;
    private bool _isCursorHidden;
    private bool _isGone;

    /// <summary>Draws a frame over the one before.</summary>
    /// <param name="frame">The lines; each fits the width, and all together the height less one.</param>
    /// <param name="size">The terminal's size now.</param>
    /// <param name="above">Lines to print above the frame; they stay.</param>
    public void Draw(IReadOnlyList<StyledLine> frame, TerminalSize size, IReadOnlyList<StyledLine> above)
    {
        var lines = frame.Select(l => l.Render(colors)).ToArray();
        var output = new StringBuilder(BeginUpdate);
        if (!_isCursorHidden)
            output.Append(HideCursor);
        _isCursorHidden = true;
        AppendToTop(output, size);
        if (above.Count > 0 || size != _size)
            Forget(output);
        foreach (var line in above)
            output.Append(line.Render(colors)).Append("\r\n");
        AppendLines(output.Append(WrapOff), lines);
        Write(output.Append(WrapOn).Append(EndUpdate));
        (_shown, _size) = (lines, size);
        _shownWidths = [.. frame.Select(l => l.Width)];
    }

    /// <summary>Wipes the frame, prints lines that stay, and gives the cursor back. Does nothing but print where nothing was drawn.</summary>
    public void Close(IReadOnlyList<StyledLine> last, TerminalSize size)
    {
        var output = new StringBuilder();
        AppendToTop(output, size);
        if (_shown.Length > 0)
            Forget(output);
        foreach (var line in last)
            output.Append(line.Render(colors)).Append("\r\n");
        if (_isCursorHidden)
            output.Append(ShowCursor);
        _isCursorHidden = false;
        Write(output);
    }

    /// <summary>Gives the cursor back and leaves what is shown.</summary>
    public void Release()
    {
        if (_isCursorHidden)
            Write(new(WrapOn + EndUpdate + ShowCursor));
        _isCursorHidden = false;
        _shown = [];
        _shownWidths = [];
    }

    // After any change of size nobody knows which lines still stand where. A terminal that became narrower has wrapped the lines of the last frame: they take more rows than they had.
    private void AppendToTop(StringBuilder output, TerminalSize size)
    {
        var rows = _shownWidths.Sum(w => Math.Max((w + size.Width - 1) / size.Width, 1));
        if (Math.Min(rows, size.Height - 1) is > 0 and var up)
            output.Append(CultureInfo.InvariantCulture, $"\r\u001b[{up}A");
    }

    private void Forget(StringBuilder output)
    {
        output.Append(ClearBelow);
        _shown = [];
    }

    private void AppendLines(StringBuilder output, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (i >= _shown.Length || _shown[i] != lines[i])
                output.Append(lines[i]).Append(ClearLineEnd);
            output.Append("\r\n");
        }

        if (_shown.Length > lines.Length)
            output.Append(ClearBelow);
    }

    private void Write(StringBuilder output)
    {
        if (_isGone)
            return;
        try
        {
            writer.Write(output);
            writer.Flush();
        }
        catch (IOException)
        {
            // The terminal went away (SIGHUP, a closed window): the build goes on without it.
            _isGone = true;
        }
    }
}
