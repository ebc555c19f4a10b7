using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Archives.Storage;

namespace Attune.Archives.Registries;

/// <summary>The archives that a tag names.</summary>
/// <param name="Archives">Their manifests.</param>
internal sealed partial record ArchiveList(ImmutableArray<ArchiveManifest> Archives)
{
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ListJson.Default.ArchiveList);

    /// <summary>Reads one, without the archives that another version wrote or that are damaged; null when it is something else.</summary>
    public static ArchiveList? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ListJson.Default.ArchiveList) is { Archives.IsDefault: false } list ? new([.. list.Archives.Where(a => a.IsSound)]) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonSerializable(typeof(ArchiveList))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
    private sealed partial class ListJson : JsonSerializerContext;
}
