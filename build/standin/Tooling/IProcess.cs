namespace Nuke.Common.Tooling;

public interface IProcess : IDisposable
{
    string FileName { get; }
    string Arguments { get; }
    string WorkingDirectory { get; }
    IReadOnlyCollection<Output> Output { get; }
    int ExitCode { get; }
    bool HasExited { get; }

    void Kill();

    /// <summary>False if the time limit came first.</summary>
    bool WaitForExit();
}
