namespace Nuke.Common;

/// <summary>A console, perhaps that of an IDE.</summary>
public sealed class Terminal : Host
{
    internal Terminal(string name)
        : base(name)
    {
    }
}
