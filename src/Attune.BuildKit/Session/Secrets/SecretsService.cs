using Attune.BuildKit.Session.Rpc;
using Attune.BuildKit.Wire;
using Google.Protobuf;

namespace Attune.BuildKit.Session.Secrets;

/// <summary>Gives the engine secrets (session/secrets of moby/buildkit).</summary>
internal sealed class SecretsService(ISecretSource secrets) : ISessionService
{
    /// <summary>BuildKit's own limit for a secret.</summary>
    private const int MaxLength = 500 * 1024;

    public IReadOnlyDictionary<string, RpcHandler> Methods => new Dictionary<string, RpcHandler>
    {
        ["/moby.buildkit.secrets.v1.Secrets/GetSecret"] = (call, cancellationToken) => call.AnswerAsync(GetSecretRequest.Parser, AnswerAsync, cancellationToken),
    };

    private async ValueTask<IMessage> AnswerAsync(GetSecretRequest request, CancellationToken cancellationToken)
    {
        var secret = await secrets.FindAsync(request.Id, cancellationToken)
            ?? throw new RpcFault(RpcStatusCode.NotFound, $"secret {request.Id} not found");
        if (secret.Length > MaxLength)
            throw new RpcFault(RpcStatusCode.InvalidArgument, $"secret {request.Id} is larger than 500 KiB");
        return new GetSecretResponse { Data = ByteString.CopyFrom(secret.Span) };
    }
}
