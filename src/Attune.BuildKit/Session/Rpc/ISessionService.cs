namespace Attune.BuildKit.Session.Rpc;

/// <summary>A capability that a session offers to the engine.</summary>
internal interface ISessionService
{
    /// <summary>The methods by their gRPC path (<c>/package.Service/Method</c>); they are announced when the session is opened.</summary>
    IReadOnlyDictionary<string, RpcHandler> Methods { get; }
}

/// <summary>Answers one call; what it throws becomes the call's status.</summary>
internal delegate Task RpcHandler(RpcCall call, CancellationToken cancellationToken);
