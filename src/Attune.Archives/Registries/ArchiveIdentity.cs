using Attune.Archives.Storage;

namespace Attune.Archives.Registries;

/// <summary>What tells archives apart.</summary>
internal static class ArchiveIdentity
{
    /// <summary>By cache, key and the moment at which it was saved: the same cache saved again is another archive.</summary>
    public static IEqualityComparer<ArchiveManifest> ByMoment { get; } =
        EqualityComparer<ArchiveManifest>.Create((a, b) => a is not null && b is not null && Of(a) == Of(b) && a.SavedAt == b.SavedAt, a => a.SavedAt.GetHashCode());

    /// <summary>By cache and key: a store holds one of each.</summary>
    public static (string Cache, string Key) Of(ArchiveManifest archive) => (archive.Cache.FileName, archive.Key);
}
