namespace Attune.BuildKit.Transport;

/// <summary>Opens connections that an engine calls back on; it is the HTTP/2 client there.</summary>
internal interface ISessionCarrier
{
    /// <exception cref="BuildKitException">The engine refuses.</exception>
    Task<Stream> OpenAsync(IReadOnlyList<KeyValuePair<string, string>> announcement, CancellationToken cancellationToken);
}
