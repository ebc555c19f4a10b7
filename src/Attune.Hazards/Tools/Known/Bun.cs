namespace Attune.Hazards.Tools.Known;

/// <summary>bun: packages are unpacked elsewhere and renamed into the cache.</summary>
internal static class Bun
{
    public static Tool Tool { get; } = new("bun")
    {
        Commands = ["bun", "bunx"],
        Directories =
        [
            new("install cache", Safety.Safe, "renames whole packages into its cache")
            {
                Paths = ["~/.bun/install/cache", "~/.bun", "~/.bun/install"],
                Variables = ["BUN_INSTALL_CACHE_DIR", "BUN_INSTALL/install/cache"],
                Sources = ["https://github.com/oven-sh/bun/pull/36229"],
            },
        ],
    };
}
