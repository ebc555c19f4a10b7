namespace Attune.BuildKit.Transport;

/// <summary>Sessions through <c>POST /session</c> of a Docker Engine.</summary>
internal sealed class UpgradeSessionCarrier(Dialer dialer) : ISessionCarrier
{
    public Task<Stream> OpenAsync(IReadOnlyList<KeyValuePair<string, string>> announcement, CancellationToken cancellationToken) =>
        H2cUpgrade.OpenAsync(dialer, "/session", announcement, cancellationToken);
}
