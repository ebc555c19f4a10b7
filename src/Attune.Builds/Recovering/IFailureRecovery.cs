using Attune.Builds.Events;

namespace Attune.Builds.Recovering;

/// <summary>Finds and mends the causes of failures that aren't the build's own.</summary>
public interface IFailureRecovery
{
    /// <summary>How often a service is built again, at most.</summary>
    int Retries { get; }

    /// <summary>The damaged cache that made a service fail; null when it failed for any other reason.</summary>
    CacheFault? Diagnose(string service, BuildFailure failure);

    /// <summary>Removes what is damaged, and says what that was. Nothing else may be building.</summary>
    Task<IReadOnlyList<string>> MendAsync(string service, BuildFailure failure, CancellationToken cancellationToken);
}
