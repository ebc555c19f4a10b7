namespace Attune.Reports.Text;

/// <summary>Prints lines.</summary>
public static class StyledLines
{
    /// <summary>Writes each line and a line break.</summary>
    public static void WriteTo(this IEnumerable<StyledLine> lines, TextWriter writer, ColorPolicy colors)
    {
        foreach (var line in lines)
            writer.WriteLine(line.Render(colors));
    }
}
