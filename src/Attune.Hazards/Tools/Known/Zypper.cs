namespace Attune.Hazards.Tools.Known;

/// <summary>zypper: its lock is in /run, not in the cache.</summary>
internal static class Zypper
{
    public static Tool Tool { get; } = new("zypper")
    {
        Commands = ["zypper"],
        Purges = ["zypper clean"],
        Directories =
        [
            new("package cache", Safety.Unknown, "has its lock in /run/zypp.pid, outside this mount")
            {
                Paths = ["/var/cache/zypp", "/var/cache/zypp/packages"],
                Sources = ["https://github.com/openSUSE/libzypp"],
            },
        ],
    };
}
