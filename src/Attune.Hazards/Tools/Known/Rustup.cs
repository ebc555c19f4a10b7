namespace Attune.Hazards.Tools.Known;

/// <summary>rustup: nothing guards its toolchains against another rustup.</summary>
internal static class Rustup
{
    public static Tool Tool { get; } = new("rustup")
    {
        Commands = ["rustup", "rustup-init"],
        Directories =
        [
            new("home", Safety.Unsafe, "has no lock for its toolchains")
            {
                Paths = ["~/.rustup", "/usr/local/rustup"],
                Variables = ["RUSTUP_HOME"],
                Sources = ["https://github.com/rust-lang/rustup/issues/988"],
            },
        ],
    };
}
