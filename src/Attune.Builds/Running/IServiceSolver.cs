using Attune.Builds.Events;

namespace Attune.Builds.Running;

/// <summary>Builds one service on an engine.</summary>
internal interface IServiceSolver
{
    /// <summary>Builds the service and says how it ended; a failed build is a result, not an exception.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing of the solve is left on the engine.</exception>
    Task<ServiceResult> SolveAsync(string service, Action<BuildEvent> publish, CancellationToken cancellationToken);
}
