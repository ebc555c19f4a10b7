namespace Attune.Hazards.Tools.Known;

/// <summary>poetry: several installs with one cache have broken each other again and again.</summary>
internal static class Poetry
{
    public static Tool Tool { get; } = new("poetry")
    {
        Commands = ["poetry"],
        Directories =
        [
            new("cache", Safety.Unsafe, "publishes entries of its cache before they are complete")
            {
                Paths = ["~/.cache/pypoetry", "~/.cache/pypoetry/cache", "~/.cache/pypoetry/artifacts"],
                Variables = ["POETRY_CACHE_DIR", "XDG_CACHE_HOME/pypoetry"],
                Sources =
                [
                    "https://github.com/python-poetry/poetry/issues/11048", "https://github.com/python-poetry/poetry/issues/7154",
                ],
            },
        ],
    };
}
