namespace Nuke.Common.Display;

/// <summary>How important a line on the console is.</summary>
internal enum Paint
{
    Debug,
    Information,
    Success,
    Warning,
    Error,
}
