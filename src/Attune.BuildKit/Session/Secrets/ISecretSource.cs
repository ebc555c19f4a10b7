namespace Attune.BuildKit.Session.Secrets;

/// <summary>Knows the secrets that <c>RUN --mount=type=secret</c> asks for.</summary>
public interface ISecretSource
{
    /// <summary>A secret's bytes, or null when there is none of that id.</summary>
    /// <exception cref="IOException">It exists but can't be read.</exception>
    ValueTask<ReadOnlyMemory<byte>?> FindAsync(string id, CancellationToken cancellationToken);
}
