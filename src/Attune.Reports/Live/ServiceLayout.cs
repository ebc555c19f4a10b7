using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Live;

/// <summary>How the lines of services are divided at a width.</summary>
/// <param name="Width">The cells of a whole line.</param>
/// <param name="NameWidth">The cells of the names.</param>
internal sealed record ServiceLayout(int Width, int NameWidth)
{
    /// <summary>The cells of a duration (<c>59m 59s</c>).</summary>
    public const int TimeWidth = 7;

    /// <summary>The cells of a count of cached steps (<c>12 cached</c>).</summary>
    public const int CachedWidth = 9;

    /// <summary>The cells of what was sent (<c>↑123 files 34.5MB</c>).</summary>
    public const int SentWidth = 18;

    private const int MaxNameWidth = 24;

    /// <summary>Where a service's text begins: after its mark and its name.</summary>
    public int TextStart => NameWidth + 4;

    /// <summary>Whether there is room for the running step's own time.</summary>
    public bool ShowsStepTime => Width >= 55;

    /// <summary>Whether there is room for the count of cached steps.</summary>
    public bool ShowsCached => Width >= 75;

    /// <summary>Whether there is room for what was sent.</summary>
    public bool ShowsSent => Width >= 110;

    public static ServiceLayout For(IEnumerable<string> names, int width)
    {
        var longest = names.Select(CellWidth.Of).DefaultIfEmpty().Max();
        return new(Math.Max(width, 1), Math.Min(longest, Math.Clamp(width / 4, 4, MaxNameWidth)));
    }

    /// <summary>One line with a text at either end; the left one is cut where they meet.</summary>
    public StyledLine Spread(StyledLine left, params ReadOnlySpan<StyledText> right)
    {
        var rightWidth = 0;
        foreach (var part in right)
            rightWidth += CellWidth.Of(part.Text);
        var cut = left.Fit(Math.Max(Width - rightWidth - 2, 0));
        return new([.. cut.Parts, new(new string(' ', Math.Max(Width - rightWidth - cut.Width, 0))), .. right]);
    }
}
