namespace Attune.BuildKit.Session.Rpc;

/// <summary>gRPC status codes that a session answers with (https://grpc.io/docs/guides/status-codes/).</summary>
internal enum RpcStatusCode
{
    Ok = 0,
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    NotFound = 5,
    ResourceExhausted = 8,
    Unimplemented = 12,
}
