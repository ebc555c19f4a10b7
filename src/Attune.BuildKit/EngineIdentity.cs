namespace Attune.BuildKit;

/// <summary>How BuildKit's gRPC API is reached; found out by probing.</summary>
public enum GrpcRoute
{
    /// <summary><c>POST /grpc</c>, upgraded to h2c: Docker Engine before 29.2.</summary>
    Upgrade,

    /// <summary>HTTP/2 from the first byte: buildkitd, and Docker Engine from 29.2 on.</summary>
    Direct,
}

/// <summary>How the engine is given a connection to call back on.</summary>
public enum SessionRoute
{
    /// <summary><c>POST /session</c> of a Docker Engine.</summary>
    Upgrade,

    /// <summary><c>Control.Session</c>, a stream of bytes inside gRPC: buildkitd.</summary>
    Control,
}

/// <summary>What answered the probe.</summary>
/// <param name="Kind">A Docker Engine or a buildkitd.</param>
/// <param name="ApiVersion">The Docker Engine API's version such as <c>1.41</c>; null for a buildkitd.</param>
/// <param name="Grpc">How its gRPC API is reached.</param>
/// <param name="Session">How a session is opened.</param>
public sealed record EngineIdentity(EndpointKind Kind, string? ApiVersion, GrpcRoute Grpc, SessionRoute Session);
