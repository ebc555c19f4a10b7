using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attune.Archives.Registries;

/// <summary>What a tag of a store names: an image manifest (https://github.com/opencontainers/image-spec/blob/v1.1.0/manifest.md) whose layers are pieces.</summary>
/// <param name="Config">The list of archives.</param>
/// <param name="Layers">All their pieces.</param>
internal sealed partial record RegistryManifest(RegistryDescriptor Config, ImmutableArray<RegistryDescriptor> Layers)
{
    public const string MediaType = "application/vnd.oci.image.manifest.v1+json";

    public const string ListType = "application/vnd.attune.cache-archives.v1+json";

    public const string PieceType = "application/vnd.attune.cache-piece.v1+zstd";

    public int SchemaVersion { get; init; } = 2;

    [JsonPropertyName("mediaType")]
    public string Type { get; init; } = MediaType;

    /// <summary>Whether it is a store; a tag may name an image as well.</summary>
    [JsonIgnore]
    public bool IsStore => Config.MediaType == ListType;

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, TagJson.Default.RegistryManifest);

    /// <summary>Reads one; null when it is something else.</summary>
    public static RegistryManifest? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TagJson.Default.RegistryManifest) is { Config: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonSerializable(typeof(RegistryManifest))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
    private sealed partial class TagJson : JsonSerializerContext;
}

/// <summary>What a manifest refers to.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Digest"><c>sha256:</c> and its checksum.</param>
/// <param name="Size">Its length in bytes.</param>
internal sealed record RegistryDescriptor(string MediaType, string Digest, long Size)
{
    private const string Algorithm = "sha256:";

    /// <summary>A blob by its checksum.</summary>
    public static RegistryDescriptor Of(string mediaType, string blob, long size) => new(mediaType, Algorithm + blob, size);

    /// <summary>The checksum alone.</summary>
    [JsonIgnore]
    public string Blob => Digest.StartsWith(Algorithm, StringComparison.Ordinal) ? Digest[Algorithm.Length..] : Digest;
}
