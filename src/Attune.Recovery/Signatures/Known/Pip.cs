namespace Attune.Recovery.Signatures.Known;

/// <summary>pip reuses whatever is in its cache.</summary>
internal static class Pip
{
    public static ToolSignatures Tool { get; } = new("pip")
    {
        Places = ["/.cache/pip"],
        Signatures =
        [
            new(@"(\[Errno (17|39|2)\] (File exists|Directory not empty|No such file or directory)): '(?<path>/[^'\n]*\.cache/pip/[^'\n]+)'",
                "https://github.com/pypa/pip/issues/5345"),
            new(@"Using cached [\s\S]{0,8000}?(zipfile\.)?BadZip[Ff]ile: ", "https://github.com/pypa/pip/issues/3792"),
        ],
        // Which entry is the bad one isn't said; all of them can be had again.
        Cleanup = """
            case $path in "$cache"/?*) rm -rf "$path" && echo "removed $path";;
            *) for part in "$cache"/http "$cache"/http-v2; do
                   if [ -d "$part" ]; then rm -rf "$part" && echo "removed $part"; fi
               done;;
            esac
            """,
        Sweep = "",
    };
}
