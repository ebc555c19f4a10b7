namespace Attune.Hazards.Tools.Known;

/// <summary>pip: files of its cache are written beside their place and renamed.</summary>
internal static class Pip
{
    public static Tool Tool { get; } = new("pip")
    {
        Commands = ["pip", "pip3", "python -m pip", "python3 -m pip", "pipx"],
        Directories =
        [
            new("cache", Safety.Safe, "writes files beside their place and renames them")
            {
                Paths = ["~/.cache/pip"],
                Variables = ["PIP_CACHE_DIR", "--cache-dir", "XDG_CACHE_HOME/pip"],
                Sources = ["https://github.com/pypa/pip/blob/main/src/pip/_internal/network/cache.py"],
            },
        ],
    };
}
