namespace Attune.Hazards.Tools.Known;

/// <summary>yarn: version 1 needs --mutex for several instances; of later ones nothing certain is known.</summary>
internal static class Yarn
{
    public static Tool Tool { get; } = new("yarn")
    {
        Commands = ["yarn", "yarnpkg"],
        Directories =
        [
            new("cache", Safety.Unsafe, "needs --mutex for several instances, and its lock is not in the cache")
            {
                Paths =
                [
                    "~/.cache/yarn", "/usr/local/share/.cache/yarn", "/usr/local/share/.cache/yarn/v6", "/usr/local/share/.cache",
                    "~/.yarn",
                ],
                Variables = ["YARN_CACHE_FOLDER", "--cache-folder"],
                Sources =
                [
                    "https://github.com/yarnpkg/yarn/issues/683",
                    "https://classic.yarnpkg.com/lang/en/docs/cli/#toc-concurrency-and-mutex",
                ],
            },
            new("global cache", Safety.Unknown, "says nothing about several instances")
            {
                Paths = ["~/.yarn/berry/cache", "~/.yarn/berry", "**/.yarn/cache"],
                Variables = ["YARN_GLOBAL_FOLDER"],
                Sources = ["https://yarnpkg.com/configuration/yarnrc#enableGlobalCache"],
            },
        ],
    };
}
