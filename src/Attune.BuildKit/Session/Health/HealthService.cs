using Attune.BuildKit.Session.Rpc;
using Attune.BuildKit.Wire;

namespace Attune.BuildKit.Session.Health;

/// <summary>Tells the engine that the session lives; it asks every second or so and ends a session that doesn't answer.</summary>
internal sealed class HealthService : ISessionService
{
    public IReadOnlyDictionary<string, RpcHandler> Methods { get; } = new Dictionary<string, RpcHandler>
    {
        ["/grpc.health.v1.Health/Check"] = (call, cancellationToken) => call.AnswerAsync(
            HealthCheckRequest.Parser, (_, _) => new(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving }), cancellationToken),
    };
}
