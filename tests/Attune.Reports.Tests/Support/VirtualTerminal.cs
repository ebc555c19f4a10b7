using System.Globalization;
using System.Text;

namespace Attune.Reports.Tests.Support;

/// <summary>As much of a terminal as the live view uses; throws at anything else. Wide characters are not told apart.</summary>
internal sealed class VirtualTerminal : StringWriter
{
    private readonly List<StringBuilder> _rows = [new()];
    private int _row;
    private int _column;
    private bool _wraps = true;

    public VirtualTerminal(int width, int height) => (Width, Height) = (width, height);

    public int Width { get; }

    public int Height { get; }

    public bool IsCursorVisible { get; private set; } = true;

    /// <summary>How often the view was drawn.</summary>
    public int Frames { get; private set; }

    /// <summary>What the screen shows.</summary>
    public string Screen => string.Join('\n', _rows.Skip(Top).Select(r => r.ToString().TrimEnd())).TrimEnd('\n');

    /// <summary>What went out at the top, and the screen.</summary>
    public string Everything => string.Join('\n', _rows.Select(r => r.ToString().TrimEnd())).TrimEnd('\n');

    private int Top => Math.Max(_rows.Count - Height, 0);

    /// <summary>What stood there before.</summary>
    public void Say(string text) => Write(text);

    public override void Write(StringBuilder? value) => Write(value?.ToString());

    public override void Write(string? value)
    {
        for (var i = 0; i < value!.Length; i++)
        {
            switch (value[i])
            {
                case '\r':
                    _column = 0;
                    break;
                case '\n':
                    Down();
                    break;
                case '\u001b':
                    i = Control(value, i + 1);
                    break;
                case var c:
                    Put(c);
                    break;
            }
        }
    }

    private void Put(char c)
    {
        if (_column == Width && _wraps)
        {
            _column = 0;
            Down();
        }

        _column = Math.Min(_column, Width - 1);
        var row = _rows[_row];
        if (row.Length <= _column)
            row.Append(' ', _column - row.Length + 1);
        row[_column++] = c;
    }

    private void Down()
    {
        if (++_row == _rows.Count)
            _rows.Add(new());
    }

    private int Control(string text, int bracket)
    {
        Assert.Equal('[', text[bracket]);
        var end = bracket + 1;
        while (!char.IsLetter(text[end]))
            end++;
        var argument = text[(bracket + 1)..end];
        switch (text[end], argument)
        {
            case ('A', _):
                _row = Math.Max(_row - int.Parse(argument, CultureInfo.InvariantCulture), Top);
                break;
            case ('K', ""):
                _rows[_row].Length = Math.Min(_rows[_row].Length, _column);
                break;
            case ('J', ""):
                _rows[_row].Length = Math.Min(_rows[_row].Length, _column);
                _rows.Skip(_row + 1).ToList().ForEach(r => r.Clear());
                break;
            case ('m', _):
                break;
            case ('h' or 'l', "?25" or "?7" or "?2026"):
                Mode(argument, text[end] == 'h');
                break;
            default:
                throw new NotSupportedException($"ESC [ {argument} {text[end]}");
        }

        return end;
    }

    private void Mode(string mode, bool on)
    {
        if (mode == "?25")
            IsCursorVisible = on;
        else if (mode == "?7")
            _wraps = on;
        else if (on)
            Frames++;
    }
}
