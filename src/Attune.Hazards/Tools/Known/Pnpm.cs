namespace Attune.Hazards.Tools.Known;

/// <summary>pnpm: a store that is addressed by content.</summary>
internal static class Pnpm
{
    public static Tool Tool { get; } = new("pnpm")
    {
        Commands = ["pnpm", "corepack"],
        Purges = ["pnpm store prune"],
        Directories =
        [
            new("store", Safety.Safe, "addresses its store by content")
            {
                Paths =
                [
                    "/pnpm/store", "~/.local/share/pnpm/store", "~/.local/share/pnpm", "~/.pnpm-store", "**/pnpm/store", "**/.pnpm-store",
                ],
                Variables = ["PNPM_HOME/store", "PNPM_HOME", "PNPM_STORE_DIR", "--store-dir", "npm_config_store_dir", "NPM_CONFIG_STORE_DIR"],
                Sources = ["https://pnpm.io/docker"],
            },
            new("metadata cache", Safety.Safe, "renames whole files into its cache")
            {
                Paths = ["~/.cache/pnpm"],
                Variables = ["--cache-dir", "XDG_CACHE_HOME/pnpm"],
                Sources = ["https://pnpm.io/docker"],
            },
        ],
    };
}
