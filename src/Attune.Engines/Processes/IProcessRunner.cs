using Attune.Source;

namespace Attune.Engines.Processes;

/// <summary>Runs programs of this machine.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a program to its end. Cancelling kills it with all its children.</summary>
    /// <exception cref="UserErrorException">The program isn't there or can't be started.</exception>
    Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken);
}
