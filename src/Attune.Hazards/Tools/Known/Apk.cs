namespace Attune.Hazards.Tools.Known;

/// <summary>apk: its lock is beside the package database, not in the cache.</summary>
internal static class Apk
{
    public static Tool Tool { get; } = new("apk")
    {
        Commands = ["apk"],
        Directories =
        [
            new("package cache", Safety.Unknown, "has its lock in /lib/apk/db, outside this mount")
            {
                Paths = ["/var/cache/apk", "/etc/apk/cache"],
                Sources = ["https://gitlab.alpinelinux.org/alpine/apk-tools"],
            },
        ],
    };
}
