namespace Attune.Recovery.Signatures.Known;

/// <summary>apt doesn't wait for the locks of its lists and archives.</summary>
internal static class Apt
{
    public static ToolSignatures Tool { get; } = new("apt")
    {
        Places = ["/var/lib/apt", "/var/lib/apt/lists", "/var/cache/apt", "/var/cache/apt/archives"],
        Signatures =
        [
            new(@"E: (Could not get lock|Unable to lock directory) (?<path>/var/(lib|cache)/apt/\S*?)(/lock)?\.?( - open \(11: Resource temporarily unavailable\)|\s|$)",
                "https://github.com/moby/buildkit/issues/1662"),
            new(@"E: (Failed to fetch|rename failed)[\s\S]{0,400}?(?<path>/var/(lib|cache)/apt/[^\s)]*partial/[^\s)]*)[\s\S]{0,200}?(No such file or directory|File exists)",
                "https://github.com/chitoku-k/HomoChecker/pull/1684"),
        ],
        // The locks themselves end with the process that has them.
        Cleanup = """
            for part in "$cache"/partial/* "$cache"/lists/partial/* "$cache"/archives/partial/*; do
                if [ -f "$part" ]; then rm -f "$part" && echo "removed $part"; fi
            done
            """,
    };
}
