namespace Attune.Hazards.Tools.Known;

/// <summary>
/// apk: its lock is beside the package database, not in the cache. apk 2 downloads to <c>.apknew.NAME</c>, which is the same name for all;
/// and an index is named for its repository, not for its architecture.
/// </summary>
internal static class Apk
{
    public static Tool Tool { get; } = new("apk")
    {
        Commands = ["apk"],
        Purges = ["apk cache clean", "apk cache purge"],
        Directories =
        [
            new("package cache", Safety.Unknown, "has its lock in /lib/apk/db, outside this mount")
            {
                Paths = ["/var/cache/apk", "/etc/apk/cache"],
                UnwrittenWith = ["--no-cache"],
                Content = ContentKind.PlatformOutput,
                Sources =
                [
                    "https://github.com/alpinelinux/apk-tools/blob/v2.14.10/src/database.c",
                    "https://github.com/docker/buildx/issues/549", "https://github.com/adoptingerlang/adoptingerlang/issues/100",
                ],
            },
        ],
    };
}
