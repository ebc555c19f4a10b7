using System.Collections.Immutable;
using Attune.Compose;
using Attune.Projects;

namespace Attune.Archives.Keys;

/// <summary>The lock files of a project: which versions its tools keep in caches.</summary>
public static class LockFiles
{
    // A lock file lies beside the manifest of a component; deeper are those of dependencies.
    private const int MaxDepth = 4;

    private static readonly ImmutableHashSet<string> _names = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Cargo.lock", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "deno.lock", "go.sum",
        "packages.lock.json", "Directory.Packages.props", "poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "requirements.txt", "Gemfile.lock",
        "composer.lock", "gradle.lockfile", "pom.xml", "mix.lock", "pubspec.lock", "Package.resolved", "conan.lock", "flake.lock");

    private static readonly ImmutableHashSet<string> _skipped = ImmutableHashSet.Create(
        StringComparer.Ordinal, "node_modules", "target", "bin", "obj", "vendor", "dist", "build", "artifacts");

    /// <summary>Those in the contexts of a plan's services, in order.</summary>
    public static ImmutableArray<string> Of(BuildPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var directories = plan.Services.Select(s => s.Section.Context).Where(c => c.Kind == ContextKind.Directory).Select(c => c.Value).Where(Directory.Exists);
        return [.. directories.Distinct(StringComparer.Ordinal).SelectMany(d => In(d, 0)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> In(string directory, int depth) =>
        Directory.EnumerateFiles(directory).Where(f => _names.Contains(Path.GetFileName(f)))
            .Concat(depth == MaxDepth ? [] : Directory.EnumerateDirectories(directory).Where(IsLookedInto).SelectMany(d => In(d, depth + 1)));

    private static bool IsLookedInto(string directory) =>
        Path.GetFileName(directory) is var name && !name.StartsWith('.') && !_skipped.Contains(name) && new DirectoryInfo(directory).LinkTarget is null;
}
