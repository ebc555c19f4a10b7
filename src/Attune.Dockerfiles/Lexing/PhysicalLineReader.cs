using System.Text;
using Attune.Source;

namespace Attune.Dockerfiles.Lexing;

/// <summary>Cuts the text into lines as BuildKit's scanner does, limit of the line length included.</summary>
internal sealed class PhysicalLineReader(SourceText source)
{
    // BuildKit reads lines through Go's bufio.Scanner, whose buffer holds 64 KiB with the line break.
    private const int MaxLineBytes = 64 * 1024 - 1;

    private readonly string _text = source.Text;

    /// <summary>Where the next line starts.</summary>
    public int Position { get; private set; } = source.Text.StartsWith('\uFEFF') ? 1 : 0;

    /// <exception cref="LocatedException">The line is longer than BuildKit reads.</exception>
    public bool TryRead(out PhysicalLine line)
    {
        if (!TryReadAny(out line))
            return false;
        RefuseOverlong(line.Start, line.End);
        return true;
    }

    /// <summary>As <see cref="TryRead"/>, for lines of any length.</summary>
    public bool TryReadAny(out PhysicalLine line)
    {
        line = default;
        if (Position >= _text.Length)
            return false;
        var start = Position;
        var lineBreak = _text.IndexOf('\n', start);
        var end = lineBreak < 0 ? _text.Length : lineBreak;
        Position = lineBreak < 0 ? _text.Length : lineBreak + 1;
        while (end > start && _text[end - 1] == '\r')
            end--;
        line = new(start, end, Position);
        return true;
    }

    private void RefuseOverlong(int start, int end)
    {
        if (end - start <= MaxLineBytes / 3)
            return;
        if (end - start <= MaxLineBytes && Encoding.UTF8.GetByteCount(_text.AsSpan(start, end - start)) <= MaxLineBytes)
            return;
        throw new LocatedException(
            $"This line has more than {MaxLineBytes} bytes, the most that BuildKit reads",
            source.LocationOf(new(start, 0)),
            "Break it with line continuations, or check that this is a Dockerfile.");
    }
}
