namespace Nuke.Common.Tooling;

/// <summary>A line that a process wrote.</summary>
public struct Output
{
    public OutputType Type { get; set; }

    public string Text { get; set; }
}
