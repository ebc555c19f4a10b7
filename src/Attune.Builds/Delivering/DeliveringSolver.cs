using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Source;

namespace Attune.Builds.Delivering;

/// <summary>Builds a service and delivers its image.</summary>
internal sealed class DeliveringSolver(IServiceSolver inner, IImageDelivery delivery, TimeProvider clock) : IServiceSolver
{
    public async Task<ServiceResult> SolveAsync(string service, Action<BuildEvent> publish, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var result = await inner.SolveAsync(service, publish, cancellationToken);
        if (result is not { Outcome: ServiceOutcome.Built or ServiceOutcome.Cached, Image: { } image })
            return result;
        try
        {
            await delivery.DeliverAsync(service, image, cancellationToken);
            return result with { Duration = clock.GetElapsedTime(begun) };
        }
        catch (UserErrorException e)
        {
            return result with { Outcome = ServiceOutcome.Failed, Duration = clock.GetElapsedTime(begun), Image = null, Failure = new(e.Message, null, null, []) };
        }
    }
}
