using Attune.Builds.Events;
using Attune.Reports.Progress;

namespace Attune.Reports.Live;

/// <summary>The characters of the live view; each mark is one cell wide.</summary>
internal sealed record Glyphs
{
    private static readonly TimeSpan _spinnerStep = TimeSpan.FromMilliseconds(100);

    private static readonly Glyphs _unicode = new()
    {
        Spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏", Good = "✔", Bad = "✘", Stopped = "■", Waiting = "·", Sent = "↑",
    };

    private static readonly Glyphs _ascii = new()
    {
        Spinner = "|/-\\", Good = "+", Bad = "x", Stopped = "!", Waiting = ".", Sent = "sent ",
    };

    /// <summary>It has its image.</summary>
    public required string Good { get; init; }

    /// <summary>It failed.</summary>
    public required string Bad { get; init; }

    /// <summary>It was cancelled, or never started.</summary>
    public required string Stopped { get; init; }

    /// <summary>It hasn't started.</summary>
    public required string Waiting { get; init; }

    /// <summary>Before what was sent to the engine.</summary>
    public required string Sent { get; init; }

    /// <summary>Pictures, shown one after the other while it runs.</summary>
    public required string Spinner { get; init; }

    public static Glyphs For(GlyphPolicy policy) => policy == GlyphPolicy.Unicode ? _unicode : _ascii;

    public string Of(ServiceOutcome outcome) => outcome switch
    {
        ServiceOutcome.Built or ServiceOutcome.Cached => Good,
        ServiceOutcome.Failed => Bad,
        _ => Stopped,
    };

    /// <summary>The picture that shows that something moves.</summary>
    public string Spin(TimeSpan elapsed) => Spinner[(int)(Math.Max(elapsed.Ticks, 0) / _spinnerStep.Ticks % Spinner.Length)].ToString();
}
