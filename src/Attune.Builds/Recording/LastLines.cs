namespace Attune.Builds.Recording;

/// <summary>The last lines of a stream of text, in bounded memory.</summary>
internal sealed class LastLines(int capacity = 200)
{
    // A program that never ends its line must not fill the memory.
    private const int MaxLineLength = 2_000;

    private readonly Queue<string> _lines = new();
    private string _partial = "";

    public void Append(string text)
    {
        var lines = (_partial + text).Split('\n');
        foreach (var line in lines[..^1])
            Add(line);
        _partial = lines[^1].Length > MaxLineLength ? lines[^1][^MaxLineLength..] : lines[^1];
    }

    public IReadOnlyList<string> ToList() => _partial.Length == 0 ? [.. _lines] : [.. _lines.TakeLast(capacity - 1), Shown(_partial)];

    private void Add(string line)
    {
        _lines.Enqueue(Shown(line));
        if (_lines.Count > capacity)
            _lines.Dequeue();
    }

    // A carriage return draws over what the line held before: only what a terminal would show last is kept.
    private static string Shown(string line)
    {
        line = line.TrimEnd('\r');
        line = line[(line.LastIndexOf('\r') + 1)..];
        return line.Length > MaxLineLength ? line[..MaxLineLength] : line;
    }
}
