namespace Attune.BuildKit.Session.Rpc;

/// <summary>A call is answered with an error.</summary>
internal sealed class RpcFault(RpcStatusCode status, string message) : Exception(message)
{
    public RpcStatusCode Status { get; } = status;
}
