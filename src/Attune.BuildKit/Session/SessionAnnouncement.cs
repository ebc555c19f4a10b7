using Attune.BuildKit.Session.Hosting;

namespace Attune.BuildKit.Session;

/// <summary>The header fields that open a session (session/manager.go of moby/buildkit).</summary>
internal static class SessionAnnouncement
{
    public const string Method = "X-Docker-Expose-Session-Grpc-Method";

    public static IReadOnlyList<KeyValuePair<string, string>> Of(string id, string sharedKey, SessionMethods methods) =>
    [
        new("X-Docker-Expose-Session-Uuid", id),
        // Docker 20.10 reads a name; nothing depends on it.
        new("X-Docker-Expose-Session-Name", "attune"),
        new("X-Docker-Expose-Session-Sharedkey", sharedKey),
        .. methods.Handlers.Keys.Select(method => KeyValuePair.Create(Method, method)),
    ];
}
