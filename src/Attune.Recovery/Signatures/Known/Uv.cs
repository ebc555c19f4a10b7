namespace Attune.Recovery.Signatures.Known;

/// <summary>uv renames what it unpacked into its cache.</summary>
internal static class Uv
{
    public static ToolSignatures Tool { get; } = new("uv")
    {
        Places = ["/.cache/uv"],
        Signatures =
        [
            new(@"failed to (rename|copy|open|create|remove)[^\n]{0,80}? `?(?<path>/[^\s`]*\.cache/uv/[^\s`:]+)[\s\S]{0,400}?"
                + @"(Directory not empty \(os error 39\)|File exists \(os error 17\)|No such file or directory \(os error 2\))",
                "https://github.com/astral-sh/uv/issues/7434"),
        ],
        Cleanup = """
            for part in "$cache"/.tmp* "$cache"/builds-v0/.tmp*; do
                if [ -e "$part" ]; then rm -rf "$part" && echo "removed $part"; fi
            done
            """,
    };
}
