namespace Attune.Recovery.Signatures.Known;

/// <summary>
/// cargo writes <c>.cargo-ok</c> last, into every crate that it unpacked and every checkout that it made
/// (https://github.com/rust-lang/cargo/blob/master/src/cargo/sources/registry/mod.rs, <c>unpack_package</c>).
/// </summary>
internal static class Cargo
{
    // The crate of the message goes in any case: what another build wrote over it need not be what this one read.
    private const string Clean = """
        crates=$cache/registry/src packages=$cache/registry/cache git=$cache/git
        case $cache in
            */registry) crates=$cache/src packages=$cache/cache;;
            */registry/src) crates=$cache;;
            */registry/cache) packages=$cache;;
            */git) git=$cache;;
        esac
        drop() { if [ -e "$1" ] || [ -L "$1" ]; then rm -rf "$1" && echo "removed $1"; fi; }
        for crate in "$crates"/*/*/; do
            if [ -d "$crate" ] && ! [ -s "$crate/.cargo-ok" ]; then drop "${crate%/}"; fi
        done
        if [ -n "$item" ]; then
            for entry in "$crates"/*/"$item" "$packages"/*/"$item.crate"; do drop "$entry"; done
        fi
        for checkout in "$git"/checkouts/*/*/; do
            if [ -d "$checkout" ] && ! [ -e "$checkout/.cargo-ok" ]; then drop "${checkout%/}"; fi
        done
        for repository in "$git"/db/*/; do
            drop "${repository}config.lock"
            if [ -d "$repository" ] && ! [ -s "$repository/HEAD" ]; then drop "${repository%/}"; fi
        done
        """;

    public static ToolSignatures Tool { get; } = new("cargo")
    {
        Places = ["/cargo", "/.cargo", "/cargo/registry", "/.cargo/registry", "/registry/src", "/registry/cache", "/cargo/git", "/.cargo/git"],
        Signatures =
        [
            new(@"failed to unpack package `(?<item>[^`\s]+ v[^`\s]+)[\s\S]{0,400}?failed to (open|unpack|create|write|remove)[^`]{0,40}`(?<path>/[^`]+)`[\s\S]{0,400}?"
                + @"(File exists \(os error 17\)|No such file or directory \(os error 2\)|Directory not empty \(os error 39\))",
                "https://github.com/rust-lang/cargo/issues/11376"),
            new(@"failed to unpack package `(?<item>[^`\s]+ v[^`\s]+)[\s\S]{0,800}?"
                + @"(File exists \(os error 17\)|failed to iterate over archive|unexpected end of file|corrupt deflate stream|invalid gzip header)",
                "https://github.com/docker/docs/issues/25597"),
            // Another build was unpacking over it. What a whole crate can also say, such as "feature `edition2024` is required", is left out.
            new(@"failed to (read|parse manifest at) `(?<path>/[^`]*/registry/src/[^/`]+/(?<item>[^/`]+)/Cargo\.toml)`[\s\S]{0,200}?"
                + @"(No such file or directory \(os error 2\)|manifest is missing either a `\[package\]`|can't find |no targets specified in the manifest)",
                "https://github.com/rust-lang/cargo/issues/8120"),
            new(@"couldn't read `?(?<path>/[^`\s]*/registry/src/[^/`\s]+/(?<item>[^/`\s]+)/[^`\s]+\.rs)`?: No such file or directory \(os error 2\)",
                "https://github.com/Telcoin-Association/telcoin-network/issues/616"),
            new(@"unable to read \.cargo-ok file at ""?(?<path>/[^""\s]+)", "https://github.com/0xMiden/node/pull/2386"),
            new(@"failed to (lock|create locked) file '(?<path>/[^']+/config\.lock)'", "https://github.com/rust-lang/cargo/issues/11376"),
            new(@"(failed to load source for dependency|failed to update `|failed to clone into: |Unable to update https?://)[\s\S]{0,800}?"
                + @"class=(Odb|Reference|Repository|Checkout|Index|Os|Filesystem) \(\d+\)",
                "https://github.com/base/base/pull/851"),
        ],
        Cleanup = Clean,
    };
}
