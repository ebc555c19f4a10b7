using System.Collections.Immutable;

namespace Attune.Caches.Inspection;

/// <summary>Something that a tool keeps many of.</summary>
/// <param name="Tool">The tool, as caches name it.</param>
/// <param name="What">What it is, as a plural.</param>
/// <param name="Test">What <c>find</c> knows each by.</param>
internal sealed record EntryKind(string Tool, string What, string Test)
{
    private static readonly ImmutableArray<EntryKind> _all =
    [
        new("cargo", "downloaded crates", "-name '*.crate' -path '*/cache/*'"),
        new("cargo", "unpacked crates", "-name .cargo-ok -path '*/src/*' -size +0"),
        new("cargo", "git checkouts", "-name .cargo-ok -path '*/checkouts/*'"),
        new("cargo", "compiled units", "-type d -path '*/.fingerprint/*'"),
        new("npm", "packages", "-type f -path '*/content-v2/*'"),
        new("yarn", "packages", "-name .yarn-metadata.json -size +0"),
        new("pnpm", "files", "-type f -path '*/files/*'"),
        new("pip", "responses", "-type f -path '*/http*'"),
        new("pip", "wheels", "-name '*.whl'"),
        new("uv", "unpacked packages", "-type d -name '*.dist-info'"),
        new("go", "modules", "-name '*.zip' -path '*/cache/download/*' -size +0"),
        new("nuget", "packages", "-name '*.nupkg.metadata' -size +0"),
        new("maven", "archives", "-name '*.jar'"),
        new("gradle", "archives", "-name '*.jar'"),
        new("apt", "packages", "-name '*.deb'"),
    ];

    /// <summary>The kinds of the tools that are known to use a cache.</summary>
    public static ImmutableArray<EntryKind> Of(IEnumerable<string> tools) =>
        [.. _all.Where(k => tools.Any(t => t.StartsWith(k.Tool + "'s ", StringComparison.Ordinal)))];
}
