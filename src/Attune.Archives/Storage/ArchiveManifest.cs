using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Archives.Keys;
using Attune.Archives.Tar;

namespace Attune.Archives.Storage;

/// <summary>What an archive of a cache mount is of, and which pieces make it.</summary>
public sealed partial record ArchiveManifest
{
    /// <summary>The form of manifests that this version writes, and the only one that it reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The manifest's form.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Which cache it is.</summary>
    public required CacheLabel Cache { get; init; }

    /// <summary>What tools keep there.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary>The platform of the steps that filled it.</summary>
    public required string Platform { get; init; }

    /// <summary>The image whose tools filled it.</summary>
    public required string Toolchain { get; init; }

    /// <summary>The key that it was saved under.</summary>
    public required string Key { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When a build last used the cache.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Owner and permissions of the cache's own directory.</summary>
    public required TarOwner Root { get; init; }

    /// <summary>How many files, directories and links it holds.</summary>
    public required long Entries { get; init; }

    /// <summary>The pieces of the tar, in order.</summary>
    public required ImmutableArray<ArchivePiece> Pieces { get; init; }

    /// <summary>Checks the whole: of equal contents the same.</summary>
    public required string Checksum { get; init; }

    /// <summary>The tar's length.</summary>
    [JsonIgnore]
    public long Length => Pieces.Sum(p => (long)p.Length);

    /// <summary>What it takes in a store.</summary>
    [JsonIgnore]
    public long StoredLength => Pieces.DistinctBy(p => p.Blob).Sum(p => (long)p.StoredLength);

    /// <summary>Whether it is of this version and undamaged, and names nothing but pieces: names become those of files.</summary>
    [JsonIgnore]
    internal bool IsSound =>
        Version == CurrentVersion && !Pieces.IsDefaultOrEmpty && Pieces.All(p => p.IsSound) && Checksum == ChecksumOf(Pieces) && ArchiveKey.IsUsable(Key);

    /// <summary>The checksum of pieces.</summary>
    public static string ChecksumOf(ImmutableArray<ArchivePiece> pieces) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', pieces.Select(p => p.Digest)))));

    /// <summary>For a file.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.ArchiveManifest);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null when it is something else, or damaged.</summary>
    public static ArchiveManifest? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(json, ManifestJson.Default.ArchiveManifest);
            return manifest is { IsSound: true } ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonSerializable(typeof(ArchiveManifest))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectRequiredConstructorParameters = true)]
    private sealed partial class ManifestJson : JsonSerializerContext;
}

/// <summary>A piece of an archive.</summary>
/// <param name="Digest">SHA-256 of its bytes.</param>
/// <param name="Length">How many they are.</param>
/// <param name="Blob">SHA-256 of them compressed, which is its name in a store.</param>
/// <param name="StoredLength">How many bytes that is.</param>
public sealed record ArchivePiece(string Digest, int Length, string Blob, int StoredLength)
{
    private const int DigestLength = 64;

    [JsonIgnore]
    internal bool IsSound => IsDigest(Digest) && IsDigest(Blob) && Length is > 0 and <= PieceSize.Largest && StoredLength is > 0 and <= 2 * PieceSize.Largest;

    private static bool IsDigest(string? text) => text is { Length: DigestLength } && text.All(char.IsAsciiHexDigitLower);
}
