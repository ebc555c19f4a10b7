namespace Attune.Hazards.Tools.Known;

/// <summary>Composer: what it promises for concurrent use is not known.</summary>
internal static class Composer
{
    public static Tool Tool { get; } = new("composer")
    {
        Commands = ["composer"],
        Directories =
        [
            new("cache", Safety.Unknown, "promises nothing for several instances")
            {
                Paths = ["~/.composer/cache", "~/.composer", "~/.cache/composer"],
                Variables = ["COMPOSER_CACHE_DIR", "COMPOSER_HOME", "COMPOSER_HOME/cache"],
                Sources = ["https://getcomposer.org/doc/06-config.md#cache-dir"],
            },
        ],
    };
}
