namespace Attune.Hazards.Tools.Known;

/// <summary>apt: locked inside the mount, but a second apt fails instead of waiting.</summary>
internal static class Apt
{
    public static Tool Tool { get; } = new("apt")
    {
        Commands = ["apt-get", "apt", "aptitude"],
        Directories =
        [
            new("package cache", Safety.Unsafe, "locks it with archives/lock, but fails at once instead of waiting")
            {
                Paths = ["/var/cache/apt", "/var/cache/apt/archives"],
                Sources =
                [
                    "https://docs.docker.com/reference/dockerfile/#example-cache-apt-packages",
                    "https://github.com/moby/buildkit/issues/1662",
                ],
            },
            new("package lists", Safety.Unsafe, "locks them with lists/lock, but fails at once instead of waiting")
            {
                Paths = ["/var/lib/apt", "/var/lib/apt/lists"],
                Sources =
                [
                    "https://docs.docker.com/reference/dockerfile/#example-cache-apt-packages",
                    "https://github.com/chitoku-k/HomoChecker/pull/1684",
                ],
            },
        ],
    };
}
