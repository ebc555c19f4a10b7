using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Reports.Text;

/// <summary>A line of output, not yet bound to a terminal.</summary>
/// <param name="Parts">Its pieces from left to right.</param>
public sealed record StyledLine(ImmutableArray<StyledText> Parts)
{
    /// <summary>A line without text.</summary>
    public static StyledLine Empty { get; } = new(ImmutableArray<StyledText>.Empty);

    /// <summary>The cells that it takes on a terminal.</summary>
    public int Width => Parts.Sum(p => CellWidth.Of(p.Text));

    /// <summary>A line in one tone.</summary>
    public static StyledLine Of(string text, Tone tone = Tone.Plain) => new([new(text, tone)]);

    /// <summary>The text as it is printed.</summary>
    public string Render(ColorPolicy colors) => string.Concat(Parts.Select(p => colors == ColorPolicy.Ansi ? p.ToAnsi() : p.Text));

    /// <summary>The text alone.</summary>
    public override string ToString() => Render(ColorPolicy.None);

    /// <summary>The line cut to a number of cells.</summary>
    internal StyledLine Fit(int width)
    {
        var parts = ImmutableArray.CreateBuilder<StyledText>(Parts.Length);
        foreach (var part in Parts)
        {
            parts.Add(new(CellWidth.Fit(part.Text, width), part.Tone));
            width -= CellWidth.Of(parts[^1].Text);
        }

        return new(parts.ToImmutable());
    }
}
