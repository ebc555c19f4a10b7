using Attune.BuildKit.Session.Rpc;
using Attune.BuildKit.Wire;

namespace Attune.BuildKit.Session.Auth;

/// <summary>
/// Tells the engine log-ins to registries (session/auth of moby/buildkit). Only <c>Credentials</c>: an engine that finds the token methods
/// missing asks for credentials and fetches tokens itself.
/// </summary>
internal sealed class AuthService(IRegistryCredentials credentials) : ISessionService
{
    public IReadOnlyDictionary<string, RpcHandler> Methods => new Dictionary<string, RpcHandler>
    {
        ["/moby.filesync.v1.Auth/Credentials"] = (call, cancellationToken) => call.AnswerAsync(CredentialsRequest.Parser, AnswerAsync, cancellationToken),
    };

    private async ValueTask<Google.Protobuf.IMessage> AnswerAsync(CredentialsRequest request, CancellationToken cancellationToken)
    {
        var found = await credentials.FindAsync(request.Host, cancellationToken);
        return new CredentialsResponse { Username = found.Username, Secret = found.Secret };
    }
}
