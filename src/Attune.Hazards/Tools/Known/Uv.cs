namespace Attune.Hazards.Tools.Known;

/// <summary>uv: made for concurrent readers and writers; installed environments are locked.</summary>
internal static class Uv
{
    public static Tool Tool { get; } = new("uv")
    {
        Commands = ["uv", "uvx"],
        Directories =
        [
            new("cache", Safety.Safe, "says its cache is safe for concurrent readers and writers")
            {
                Paths = ["~/.cache/uv"],
                Variables = ["UV_CACHE_DIR", "--cache-dir", "XDG_CACHE_HOME/uv"],
                Sources =
                [
                    "https://docs.astral.sh/uv/concepts/cache/#cache-safety", "https://github.com/astral-sh/uv/issues/7434",
                ],
            },
        ],
    };
}
