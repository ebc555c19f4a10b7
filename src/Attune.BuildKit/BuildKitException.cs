namespace Attune.BuildKit;

/// <summary>What went wrong with an engine or a build.</summary>
public enum BuildKitErrorKind
{
    /// <summary>Nothing answers at the address, or it refuses us (permission, certificate).</summary>
    Unavailable,

    /// <summary>Something answers that can't build with BuildKit: Podman, or an engine without it.</summary>
    Unsupported,

    /// <summary>The engine ended, or the connection broke, while it was in use.</summary>
    ConnectionLost,

    /// <summary>The build itself failed; <see cref="BuildKitException.SourceRange"/> says where, when the engine says so.</summary>
    BuildFailed,

    /// <summary>The engine cancelled the build; nobody here asked for it.</summary>
    Cancelled,

    /// <summary>The build ended well but the engine exported no image.</summary>
    NothingExported,
}

/// <summary>An engine can't be used or a build failed. The message is fit for a user: one cause, no gRPC wrapping.</summary>
/// <param name="kind">What went wrong.</param>
/// <param name="message">The cause.</param>
/// <param name="innerException">What it was made from.</param>
public sealed class BuildKitException(BuildKitErrorKind kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What went wrong.</summary>
    public BuildKitErrorKind Kind { get; } = kind;

    /// <summary>The Dockerfile lines at fault; engines from 23.0 on tell them for most failures.</summary>
    public SourceRange? SourceRange { get; init; }

    /// <summary>The digest of the vertex that failed; engines from 23.0 on tell it.</summary>
    public string? VertexDigest { get; init; }
}
