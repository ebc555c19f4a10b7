namespace Attune.BuildKit.Session.Secrets;

/// <summary>Where a secret comes from.</summary>
public abstract record Secret
{
    private protected Secret()
    {
    }
}

/// <summary>A file, read when the engine asks for it.</summary>
/// <param name="Path">Its path.</param>
public sealed record SecretFile(string Path) : Secret;

/// <summary>A value, such as that of an environment variable.</summary>
/// <param name="Bytes">The value.</param>
public sealed record SecretValue(ReadOnlyMemory<byte> Bytes) : Secret;

/// <summary>Secrets by id.</summary>
/// <param name="secrets">The secrets.</param>
public sealed class SecretStore(IReadOnlyDictionary<string, Secret> secrets) : ISecretSource
{
    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> FindAsync(string id, CancellationToken cancellationToken) =>
        secrets.GetValueOrDefault(id) switch
        {
            SecretFile file => await File.ReadAllBytesAsync(file.Path, cancellationToken),
            SecretValue value => value.Bytes,
            // Without its type, null would become an array and then empty memory: a secret that exists.
            _ => (ReadOnlyMemory<byte>?)null,
        };
}
