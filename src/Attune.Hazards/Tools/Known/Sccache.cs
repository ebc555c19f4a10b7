namespace Attune.Hazards.Tools.Known;

/// <summary>sccache: one server a local cache, says its documentation, and each container starts a server of its own.</summary>
internal static class Sccache
{
    public static Tool Tool { get; } = new("sccache")
    {
        Commands = ["sccache"],
        Directories =
        [
            new("local cache", Safety.Unsafe, "allows one server a local cache, and each container starts one")
            {
                Paths = ["~/.cache/sccache", "/sccache", "**/sccache"],
                Variables = ["SCCACHE_DIR"],
                Sources = ["https://github.com/mozilla/sccache/blob/main/docs/Local.md"],
            },
        ],
    };
}
