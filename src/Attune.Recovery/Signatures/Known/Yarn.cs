namespace Attune.Recovery.Signatures.Known;

/// <summary>yarn 1 unpacks into its cache; <c>.yarn-metadata.json</c> comes last.</summary>
internal static class Yarn
{
    public static ToolSignatures Tool { get; } = new("yarn")
    {
        Places = ["/.cache/yarn", "/.cache/yarn/v6", "/.cache/yarn/v4", "/.yarn-cache"],
        Signatures =
        [
            new(@"Extracting tar content of undefined failed, the file appears to be corrupt: \\?""(EEXIST|ENOENT): [^\n]*?'(?<path>/[^'\n]+)'",
                "https://github.com/yarnpkg/yarn/issues/7544"),
            new(@"error [^\n]*(EEXIST|ENOENT|ENOTEMPTY): [^\n]*?'(?<path>/[^'\n]*(\.cache/yarn|\.yarn-cache)/[^'\n]+)'", "https://github.com/yarnpkg/yarn/issues/2629"),
            new(@"error [^\n]*?(?<path>/\S*\.yarn-metadata\.json): Unexpected end of JSON input", "https://github.com/yarnpkg/yarn/issues/660"),
        ],
        Cleanup = """
            for package in "$cache"/npm-* "$cache"/v*/npm-*; do
                if [ -d "$package" ] && ! find "$package" -name .yarn-metadata.json -size +0 | grep -q .; then rm -rf "$package" && echo "removed $package"; fi
            done
            for part in "$cache"/.tmp "$cache"/v*/.tmp; do
                if [ -e "$part" ]; then rm -rf "$part" && echo "removed $part"; fi
            done
            """,
    };
}
