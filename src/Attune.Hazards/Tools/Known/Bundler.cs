namespace Attune.Hazards.Tools.Known;

/// <summary>Bundler: an install locks the whole bundle path.</summary>
internal static class Bundler
{
    public static Tool Tool { get; } = new("bundler")
    {
        Commands = ["bundle", "bundler"],
        Directories =
        [
            new("bundle path", Safety.Safe, "locks the bundle path with bundler.lock inside it")
            {
                Paths = ["/usr/local/bundle"],
                Variables = ["BUNDLE_PATH"],
                Sources = ["https://github.com/rubygems/rubygems/blob/master/bundler/lib/bundler/process_lock.rb"],
            },
            new("gem cache", Safety.Unknown, "has its lock outside this mount")
            {
                Paths = ["/usr/local/bundle/cache", "~/.bundle/cache", "~/.bundle"],
                Variables = ["BUNDLE_USER_CACHE"],
                Sources = ["https://github.com/rubygems/rubygems/blob/master/bundler/lib/bundler/process_lock.rb"],
            },
        ],
    };
}
