namespace Attune.Hazards.Tools.Known;

/// <summary>pnpm: a store that is addressed by content.</summary>
internal static class Pnpm
{
    public static Tool Tool { get; } = new("pnpm")
    {
        Commands = ["pnpm", "corepack"],
        Directories =
        [
            new("store", Safety.Safe, "addresses its store by content")
            {
                Paths = ["/pnpm/store", "~/.local/share/pnpm/store", "~/.pnpm-store", "**/pnpm/store"],
                Variables = ["PNPM_HOME/store", "--store-dir"],
                Sources = ["https://pnpm.io/docker"],
            },
        ],
    };
}
