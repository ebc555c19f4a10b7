using Attune.Dockerfiles.Mounts;

namespace Attune.Hazards.Facts;

/// <summary>
/// What, besides the id, decides which directory a mount gets: mounts that differ here have different directories
/// (https://github.com/moby/buildkit, <c>frontend/dockerfile/dockerfile2llb/convert_runmount.go</c>).
/// </summary>
internal sealed record ForkKey(string Base, string Owner)
{
    private static readonly ForkKey _none = new("", "");

    public static ForkKey Of(CacheMount mount)
    {
        if (mount is { From: null, Uid: null, Gid: null, Mode: null })
            return _none;

        // The engine ignores owner and mode of a mount that shows a part of the cache.
        var hasOwner = mount.Source is null && (mount.Uid, mount.Gid, mount.Mode) is not (null, null, null);
        return new(mount.From ?? "", hasOwner ? $"uid={mount.Uid ?? 0},gid={mount.Gid ?? 0},mode={Octal(mount.Mode ?? 0b111_101_101)}" : "");
    }

    /// <summary>The options that make it so, or a word for none.</summary>
    public override string ToString()
    {
        var from = Base.Length > 0 ? "from=" + Base : "";
        return (from, Owner) switch
        {
            ("", "") => "no uid, gid, mode or from",
            ("", _) => Owner,
            (_, "") => from,
            _ => $"{from},{Owner}",
        };
    }

    private static string Octal(uint mode) => "0" + Convert.ToString(mode, 8);
}
