namespace Attune.Hazards.Tools.Known;

/// <summary>yarn: version 1 unpacks into its cache in place; later ones rename whole archives into theirs.</summary>
internal static class Yarn
{
    public static Tool Tool { get; } = new("yarn")
    {
        Commands = ["yarn", "yarnpkg"],
        Purges = ["yarn cache clean"],
        Directories =
        [
            new("cache", Safety.Unsafe, "1 unpacks into its cache in place, and its --mutex doesn't reach another container")
            {
                Paths =
                [
                    "~/.cache/yarn", "/usr/local/share/.cache/yarn", "/usr/local/share/.cache/yarn/v6", "/usr/local/share/.cache", "~/.yarn-cache",
                ],
                Variables = ["YARN_CACHE_FOLDER", "--cache-folder"],
                // Only yarn 2 and later know these.
                SafeWith = [".yarnrc.yml", ".yarn/releases", "yarn install --immutable", "yarn workspaces focus", "yarn set version", "YARN_ENABLE_"],
                Sources =
                [
                    "https://github.com/yarnpkg/yarn/issues/683",
                    "https://github.com/dagger/dagger/issues/1612",
                ],
            },
            new("global cache", Safety.Safe, "renames whole archives into its cache")
            {
                Paths = ["~/.yarn", "~/.yarn/berry/cache", "~/.yarn/berry", "**/.yarn/cache", "**/.yarn/berry/cache"],
                Variables = ["YARN_GLOBAL_FOLDER", "YARN_GLOBAL_FOLDER/cache"],
                Sources = ["https://github.com/yarnpkg/berry/pull/2645", "https://yarnpkg.com/configuration/yarnrc#enableGlobalCache"],
            },
        ],
    };
}
