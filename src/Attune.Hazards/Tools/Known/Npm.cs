namespace Attune.Hazards.Tools.Known;

/// <summary>npm: cacache needs no locks; content is addressed by its digest and verified.</summary>
internal static class Npm
{
    public static Tool Tool { get; } = new("npm")
    {
        Commands = ["npm", "npx"],
        Directories =
        [
            new("cache", Safety.Safe, "addresses its cache by content and needs no lock")
            {
                Paths = ["~/.npm", "~/.npm/_cacache"],
                Variables = ["--cache", "npm_config_cache", "NPM_CONFIG_CACHE"],
                Sources = ["https://github.com/npm/cacache#features"],
            },
        ],
    };
}
