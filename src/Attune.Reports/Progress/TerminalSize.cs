namespace Attune.Reports.Progress;

/// <summary>The size of a terminal in cells; values below 1 mean that it is unknown.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct TerminalSize(int Width, int Height)
{
    /// <summary>What a terminal is taken for that doesn't know its size.</summary>
    public static TerminalSize Default { get; } = new(80, 24);

    /// <summary>The size, with unknown values replaced.</summary>
    internal TerminalSize OrDefault() => new(Width < 1 ? Default.Width : Width, Height < 1 ? Default.Height : Height);
}
