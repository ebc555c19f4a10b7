using Attune.Builds.Events;
using Attune.Builds.Running;

namespace Attune.Builds.Recovering;

/// <summary>
/// Builds a service once more, alone, when a damaged cache made it fail. Alone for two reasons: what damaged the cache must not happen again,
/// and BuildKit gives the failure of a step to every build that shares it as long as one of them is under way.
/// </summary>
internal sealed class RecoveringSolver(IServiceSolver inner, IFailureRecovery recovery, TimeProvider clock) : IServiceSolver
{
    private readonly SoloGate _gate = new();

    public async Task<ServiceResult> SolveAsync(string service, Action<BuildEvent> publish, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        ServiceResult result;
        using (await _gate.EnterAsync(Company.Others, cancellationToken))
            result = await inner.SolveAsync(service, publish, cancellationToken);
        var removed = new List<string>();
        for (var retries = 0; result is { Outcome: ServiceOutcome.Failed, Failure: { } failure }; retries++)
        {
            if (recovery.Diagnose(service, failure) is not { } cause)
                return result;
            if (retries == recovery.Retries)
                return result with { Recovery = new(cause, retries, removed) };
            publish(new ServiceRecovering(clock.GetUtcNow(), service, cause));
            using (await _gate.EnterAsync(Company.None, cancellationToken))
            {
                removed.AddRange(await recovery.MendAsync(service, failure, cancellationToken));
                result = await inner.SolveAsync(service, publish, cancellationToken);
            }

            result = result with { Recovery = new(cause, retries + 1, removed), Duration = clock.GetElapsedTime(begun) };
        }

        return result;
    }
}
