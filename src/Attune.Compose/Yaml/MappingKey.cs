namespace Attune.Compose.Yaml;

/// <summary>A key of a mapping; the merge key <c>&lt;&lt;</c> is one of its own, as the quoted string <c>"&lt;&lt;"</c> isn't it.</summary>
internal readonly record struct MappingKey(string? Name)
{
    public static MappingKey Merge => default;

    public bool IsMerge => Name is null;
}
