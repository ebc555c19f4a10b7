namespace Attune.Recovery.Signatures.Known;

/// <summary>go unpacks modules from zip files in its module cache.</summary>
internal static class Go
{
    public static ToolSignatures Tool { get; } = new("go")
    {
        Places = ["/pkg/mod", "/go"],
        Signatures =
        [
            new(@"(mkdir|rename|open|unlinkat) (?<path>/\S*pkg/mod/[^\s:]+)[^\n]{0,400}?: (no such file or directory|file exists|directory not empty)",
                "https://github.com/golang/go/issues/30068"),
            new(@"(?<path>/\S*pkg/mod/[^\s:]+)[^\n]{0,200}: zip: not a valid zip file", "https://github.com/goproxyio/goproxy/issues/107"),
            new(@"\S+@v\S+: zip: not a valid zip file", "https://github.com/goproxyio/goproxy/issues/107"),
        ],
        // An empty zip, or one without its hash, was never finished; the folder of the message may be read-only.
        Cleanup = """
            for zip in $(find "$cache" -path '*/cache/download/*' -name '*.zip'); do
                if ! [ -s "$zip" ] || ! [ -s "${zip}hash" ]; then rm -f "$zip" "${zip}hash" && echo "removed $zip"; fi
            done
            case $path in "$cache"/?*@*) chmod -R u+w "$path" 2> /dev/null; rm -rf "$path" && echo "removed $path";; esac
            """,
    };
}
