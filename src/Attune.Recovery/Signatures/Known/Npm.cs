namespace Attune.Recovery.Signatures.Known;

/// <summary>npm moves downloads from <c>_cacache/tmp</c> into place.</summary>
internal static class Npm
{
    public static ToolSignatures Tool { get; } = new("npm")
    {
        Places = ["/.npm", "/.npm/_cacache"],
        Signatures =
        [
            new(@"npm (ERR!|error) code (EEXIST|ENOTEMPTY|ENOENT)\b[\s\S]{0,400}?npm (ERR!|error) path (?<path>/\S*_cacache/\S+)",
                "https://github.com/awkoy/notion-mcp-server/pull/9"),
            new(@"npm (ERR!|error) (?<code>EEXIST|ENOTEMPTY): [^\n]*'(?<path>/[^'\n]*_cacache/[^'\n]+)'", "https://github.com/npm/cli/issues/7308"),
            new(@"npm (ERR!|error) path (?<path>/\S*_cacache/\S+)[\s\S]{0,200}?npm (ERR!|error) code (EEXIST|ENOTEMPTY)\b", "https://github.com/argotorg/solidity/pull/16940"),
        ],
        Cleanup = """
            for part in "$cache"/_cacache/tmp/* "$cache"/tmp/*; do
                if [ -e "$part" ]; then rm -rf "$part" && echo "removed $part"; fi
            done
            """,
    };
}
