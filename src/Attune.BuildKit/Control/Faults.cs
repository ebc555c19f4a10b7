using Grpc.Core;

namespace Attune.BuildKit.Control;

/// <summary>Makes gRPC's errors into ours.</summary>
internal static class Faults
{
    public static BuildKitException Translate(RpcException error)
    {
        // What failed while connecting is ours already.
        for (Exception? inner = error.Status.DebugException; inner is not null; inner = inner.InnerException)
        {
            if (inner is BuildKitException known)
                return known;
        }

        var message = ErrorText.Clean(error.Status.Detail);
        if (IsLostConnection(error))
            return new(BuildKitErrorKind.ConnectionLost, "the connection to the engine was lost", error);
        if (error.StatusCode == StatusCode.Cancelled || message.EndsWith("context canceled", StringComparison.Ordinal))
            return new(BuildKitErrorKind.Cancelled, "the engine cancelled the build: " + message, error);
        if (error.StatusCode == StatusCode.Unimplemented)
            return new(BuildKitErrorKind.Unsupported, message, error);
        var source = ErrorSource.Of(error);
        return new(BuildKitErrorKind.BuildFailed, message, error) { SourceRange = source.Range, VertexDigest = source.VertexDigest };
    }

    /// <summary>An engine's own errors carry no local exception; those of a broken connection always do.</summary>
    private static bool IsLostConnection(RpcException error) =>
        error.Status.DebugException is not null && error.StatusCode is (StatusCode.Unavailable or StatusCode.Internal or StatusCode.Unknown);
}
