namespace Attune.Engines.BaseImages;

/// <summary>What of a package's files a base image for builds does without.</summary>
internal static class PackageFilter
{
    /// <summary>To be raised with every change of the filter: it is part of each recipe's hash.</summary>
    public const string Version = "1";

    private static readonly string[] Folders =
    [
        "usr/share/man/", "usr/share/locale/", "usr/share/info/", "usr/share/lintian/", "usr/share/bash-completion/", "usr/share/bug/",
    ];

    // gcc's link-time optimizer (66 MB) and rustdoc: no build here uses them.
    private static readonly string[] Programs = ["lto1", "x86_64-linux-gnu-lto-dump-14", "rustdoc"];

    /// <summary>Whether a file is kept.</summary>
    /// <param name="path">Its path from the root, without a leading slash.</param>
    public static bool Keeps(string path)
    {
        if (path.StartsWith("usr/share/doc/", StringComparison.Ordinal))
            return path.EndsWith("/copyright", StringComparison.Ordinal);
        if (Array.Exists(Folders, folder => path.StartsWith(folder, StringComparison.Ordinal)))
            return false;
        return !Programs.Contains(path[(path.LastIndexOf('/') + 1)..]);
    }
}
