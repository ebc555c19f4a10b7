namespace Attune.Hazards.Tools.Known;

/// <summary>Composer: files are renamed into its cache, but nothing locks its git mirrors, and before 2.10 two installs failed on a directory that both made.</summary>
internal static class Composer
{
    private const string NoLocks = "has no lock for its cache: installs at the same time have failed where both made a directory or a git mirror";

    public static Tool Tool { get; } = new("composer")
    {
        Commands = ["composer", "composer.phar"],
        Purges = ["composer clear-cache", "composer clearcache", "composer cc"],
        Directories =
        [
            new("cache", Safety.Unknown, NoLocks)
            {
                Paths = ["~/.composer/cache", "~/.composer", "~/.cache/composer"],
                Variables = ["COMPOSER_CACHE_DIR", "COMPOSER_HOME", "COMPOSER_HOME/cache"],
                UnwrittenWith = ["--no-cache", "COMPOSER_NO_CACHE"],
                Sources = ["https://github.com/composer/composer/issues/12976", "https://github.com/wpsocio/wp-projects/pull/326"],
            },
            new("cache", Safety.Unknown, NoLocks)
            {
                // Where the composer image has it.
                Paths = ["/tmp/cache", "/tmp"],
                Recognition = Recognition.PathAndCommand,
                UnwrittenWith = ["--no-cache", "COMPOSER_NO_CACHE"],
                Sources = ["https://github.com/composer/composer/issues/12976", "https://github.com/composer/docker"],
            },
        ],
    };
}
