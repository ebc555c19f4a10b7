namespace Attune.Hazards.Tools.Known;

/// <summary>dnf and yum: their lock files hold process ids, which mean nothing in another container.</summary>
internal static class Dnf
{
    public static Tool Tool { get; } = new("dnf")
    {
        Commands = ["dnf", "yum", "microdnf", "dnf5"],
        Purges = ["dnf clean", "yum clean", "microdnf clean", "dnf5 clean"],
        Directories =
        [
            new("package cache", Safety.Unknown, "locks it with the ids of processes, which mean nothing in another container")
            {
                Paths = ["/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5", "/var/cache/libdnf"],
                Sources =
                [
                    "https://github.com/rpm-software-management/dnf/blob/master/dnf/lock.py",
                    "https://github.com/rpm-software-management/libdnf/issues/1685",
                ],
            },
        ],
    };
}
