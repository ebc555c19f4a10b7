using System.Text;

namespace Nuke.Common.CI;

/// <summary>Lines with an indentation of two blanks per level.</summary>
internal sealed class YamlWriter
{
    private readonly StringBuilder text = new();
    private int level;

    public void Line(string line = "") => text.Append(' ', line.Length == 0 ? 0 : 2 * level).AppendLine(line);

    public void Block(string head, Action body)
    {
        Line(head);
        Indented(body);
    }

    public void Indented(Action body)
    {
        level++;
        body();
        level--;
    }

    public override string ToString() => text.ToString();
}
