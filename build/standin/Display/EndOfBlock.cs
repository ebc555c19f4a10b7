namespace Nuke.Common.Display;

/// <summary>Does something when a block is left.</summary>
internal sealed class EndOfBlock(Action? end = null) : IDisposable
{
    public void Dispose() => end?.Invoke();
}
