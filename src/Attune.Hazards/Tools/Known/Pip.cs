namespace Attune.Hazards.Tools.Known;

/// <summary>pip: downloads are renamed into the cache, but a wheel that pip builds itself is copied there from /tmp.</summary>
internal static class Pip
{
    public static Tool Tool { get; } = new("pip")
    {
        Commands = ["pip", "pip3", "python -m pip", "python3 -m pip", "pipx"],
        Purges = ["pip cache purge", "pip3 cache purge", "pip cache remove", "pip3 cache remove"],
        Directories =
        [
            new("cache", Safety.Mostly, "renames downloads into its cache, but copies the wheels there that it builds itself: another build may read half of one")
            {
                Paths = ["~/.cache/pip"],
                Variables = ["PIP_CACHE_DIR", "--cache-dir", "XDG_CACHE_HOME/pip"],
                UnwrittenWith = ["--no-cache-dir", "PIP_NO_CACHE_DIR"],
                Sources = ["https://github.com/pypa/pip/issues/13540", "https://github.com/pypa/pip/blob/main/src/pip/_internal/network/cache.py"],
            },
        ],
    };
}
