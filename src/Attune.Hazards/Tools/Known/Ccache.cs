namespace Attune.Hazards.Tools.Known;

/// <summary>ccache: made to be shared by concurrent builds.</summary>
internal static class Ccache
{
    public static Tool Tool { get; } = new("ccache")
    {
        Commands = ["ccache"],
        Directories =
        [
            new("cache", Safety.Safe, "is made for concurrent builds: files are renamed into place")
            {
                Paths = ["~/.ccache", "~/.cache/ccache", "/ccache", "**/ccache", "**/.ccache"],
                Variables = ["CCACHE_DIR"],
                Sources = ["https://ccache.dev/manual/latest.html#_sharing_a_cache"],
            },
        ],
    };
}
