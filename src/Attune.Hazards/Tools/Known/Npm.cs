namespace Attune.Hazards.Tools.Known;

/// <summary>npm: cacache needs no locks; content is addressed by its digest, verified, and renamed into place.</summary>
internal static class Npm
{
    public static Tool Tool { get; } = new("npm")
    {
        Commands = ["npm", "npx"],
        // All three remove the temporary files of others, whose rename then fails; cacache calls that EEXIST.
        Purges = ["npm cache clean", "npm cache clear", "npm cache verify"],
        Directories =
        [
            new("cache", Safety.Safe, "addresses its cache by content and needs no lock")
            {
                Paths = ["~/.npm", "~/.npm/_cacache"],
                Variables = ["--cache", "npm_config_cache", "NPM_CONFIG_CACHE"],
                Sources = ["https://github.com/npm/cacache#features", "https://github.com/npm/cacache/blob/main/lib/content/write.js"],
            },
        ],
    };
}
