namespace Attune.Engines.Docker;

/// <summary>Tells from the engine's words why a pull failed: the API has no code for it.</summary>
internal static class PullFailure
{
    private static readonly string[] _unreachable =
    [
        "no such host", "dial tcp", "i/o timeout", "connection refused", "connection reset", "network is unreachable", "name resolution",
        "Client.Timeout", "TLS handshake timeout", "proxyconnect", "context deadline exceeded", "EOF", "server misbehaving", "x509:",
    ];

    private static readonly string[] _notFound = ["manifest unknown", "repository does not exist", "not found", "no matching manifest"];

    private static readonly string[] _denied = ["unauthorized", "authentication required", "denied", "forbidden"];

    public static ImagePullException Explain(string reference, string message) => message switch
    {
        _ when Has(message, _unreachable) => new(reference, PullFault.RegistryUnreachable, message, "Is this machine online? If it needs a proxy, the engine has to know it."),
        _ when Has(message, _notFound) => new(reference, PullFault.NotFound, message, "Check the name and the tag."),
        _ when Has(message, _denied) => new(reference, PullFault.Denied, message, "Log in with `docker login`, or pull it by hand."),
        _ => new(reference, PullFault.Other, message),
    };

    private static bool Has(string message, string[] signs) => signs.Any(s => message.Contains(s, StringComparison.OrdinalIgnoreCase));
}
