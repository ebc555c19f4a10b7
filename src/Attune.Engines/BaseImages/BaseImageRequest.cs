namespace Attune.Engines.BaseImages;

/// <summary>A base image that a build argument chooses, and what may stand in for it.</summary>
/// <param name="ArgName">The build argument, such as <c>RUST_IMAGE</c>.</param>
/// <param name="DefaultReference">What the Dockerfile uses when the argument isn't given, such as <c>debian:trixie-slim</c>.</param>
/// <param name="OfflineTag">The stand-in, such as <c>attune/debian:trixie</c>; one of <see cref="OfflineBases.Tags"/>.</param>
/// <param name="UserValue">What the user set the argument to, or null: a user's choice is never replaced.</param>
public sealed record BaseImageRequest(string ArgName, string DefaultReference, string OfflineTag, string? UserValue = null);
