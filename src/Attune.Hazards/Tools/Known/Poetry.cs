namespace Attune.Hazards.Tools.Known;

/// <summary>poetry: several installs with one cache have broken each other again and again.</summary>
internal static class Poetry
{
    public static Tool Tool { get; } = new("poetry")
    {
        Commands = ["poetry"],
        Purges = ["poetry cache clear"],
        Directories =
        [
            new("cache", Safety.Unsafe, "publishes entries of its cache before they are complete")
            {
                Paths = ["~/.cache/pypoetry", "~/.cache/pypoetry/cache", "~/.cache/pypoetry/artifacts"],
                Variables = ["POETRY_CACHE_DIR", "XDG_CACHE_HOME/pypoetry"],
                UnwrittenWith = ["--no-cache"],
                Sources =
                [
                    "https://github.com/python-poetry/poetry/issues/5142", "https://github.com/python-poetry/poetry/issues/7154",
                    "https://github.com/python-poetry/poetry/issues/11048",
                ],
            },
        ],
    };
}
