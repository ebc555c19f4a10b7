using System.Collections.Immutable;

namespace Attune.Strategies.Fetching;

/// <summary>The tools that have a command which only fetches.</summary>
internal static class Fetchers
{
    // cargo fetch gets the crates of all platforms unless told: https://doc.rust-lang.org/cargo/commands/cargo-fetch.html
    private const string HostPlatform = "\"$(rustc -vV | sed -n 's/^host: //p')\"";

    private static readonly ImmutableHashSet<string> _cargoBuilds =
        ["build", "b", "check", "c", "test", "t", "run", "r", "rustc", "bench", "clippy", "doc", "fetch"];

    private static readonly ImmutableHashSet<string> _aptInstalls = ["install", "dist-upgrade", "upgrade", "full-upgrade", "build-dep"];

    public static ImmutableArray<Fetcher> All { get; } =
    [
        new(["cargo"], Cargo),
        new(["npm"], words => Verb(words, ["ci", "install", "i"]) ? [.. words, "--ignore-scripts"] : null),
        // https://pnpm.io/cli/fetch: from the lock file alone.
        new(["pnpm"], words => Verb(words, ["install", "i", "fetch"]) ? ["fetch"] : null),
        new(["go"], words => Verb(words, ["build", "test", "run", "vet"]) || words is ["mod", "download", ..] ? ["mod", "download"] : null),
        new(["pip", "pip3"], Pip),
        new(["uv"], words => Verb(words, ["sync"]) ? [.. words, "--no-install-project"] : null),
        new(["dotnet"], DotNet),
        // https://maven.apache.org/plugins/maven-dependency-plugin/go-offline-mojo.html
        new(["mvn", "./mvnw", "mvnw"], words => words.Any(w => !w.StartsWith('-')) ? ["-B", "dependency:go-offline", .. Options(words, ["-f", "--file", "-s", "--settings", "-P", "-pl"], ["-am"])] : null),
        new(["composer"], words => Verb(words, ["install", "i"]) ? [.. words, "--no-scripts", "--no-autoloader"] : null),
        new(["apt-get", "apt"], words => words.Any(_aptInstalls.Contains) ? [.. words, "--download-only"] : words.Contains("update") ? words : null),
    ];

    private static IEnumerable<string>? Cargo(ImmutableArray<string> words)
    {
        IEnumerable<string> toolchain = words is [['+', ..] name, ..] ? [name] : [];
        ImmutableArray<string> rest = [.. words.Skip(toolchain.Count())];
        if (rest is not [var verb, ..] || !_cargoBuilds.Contains(verb) || rest.Contains("--offline"))
            return null;
        ImmutableArray<string> kept = [.. Options(rest, ["--manifest-path", "--config", "--target"], ["--locked", "--frozen"]).Select(w => w == "--frozen" ? "--locked" : w)];
        IEnumerable<string> platform = kept.Any(w => w == "--target" || w.StartsWith("--target=", StringComparison.Ordinal)) || verb == "fetch" ? [] : ["--target", HostPlatform];
        return [.. toolchain, "fetch", .. kept, .. platform];
    }

    private static IEnumerable<string>? Pip(ImmutableArray<string> words)
    {
        if (!Verb(words, ["install"]))
            return null;
        ImmutableArray<string> valued = ["-r", "--requirement", "-c", "--constraint", "-i", "--index-url", "--extra-index-url", "-f", "--find-links"];
        var rest = words.Skip(1).Where(w => w is not ("--upgrade" or "-U" or "--user" or "--break-system-packages" or "--no-warn-script-location"));
        // Anything else may say where to install, which pip download doesn't know.
        var isKnown = rest.All(w => !w.StartsWith('-') || valued.Contains(w.Split('=')[0]) || w is "--no-deps" or "--pre" or "--no-build-isolation" or "--require-hashes");
        return isKnown && !words.Contains(".") ? ["download", "--dest", "\"$(mktemp -d)\"", .. rest] : null;
    }

    private static IEnumerable<string>? DotNet(ImmutableArray<string> words)
    {
        if (!Verb(words, ["restore", "build", "publish", "test", "pack"]) || words.Contains("--no-restore"))
            return null;
        IEnumerable<string> project = words.Length > 1 && !words[1].StartsWith('-') ? [words[1]] : [];
        return ["restore", .. project, .. Options(words, ["-r", "--runtime", "--configfile", "--packages"], ["--locked-mode"])];
    }

    private static bool Verb(ImmutableArray<string> words, ReadOnlySpan<string> verbs) => words is [var verb, ..] && verbs.Contains(verb);

    private static IEnumerable<string> Options(ImmutableArray<string> words, string[] valued, string[] flags)
    {
        for (var i = 0; i < words.Length; i++)
            if (flags.Contains(words[i]) || Array.Exists(valued, v => words[i].StartsWith(v + "=", StringComparison.Ordinal)))
                yield return words[i];
            else if (valued.Contains(words[i]) && i + 1 < words.Length)
            {
                yield return words[i];
                yield return words[++i];
            }
    }
}
