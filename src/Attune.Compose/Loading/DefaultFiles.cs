using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Compose.Loading;

/// <summary>The file names that Compose looks for when none is given.</summary>
internal static class DefaultFiles
{
    private static readonly ImmutableArray<string> _names =
        ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    private static readonly ImmutableArray<string> _overrideNames =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>The first directory, from <paramref name="start"/> upwards, that has a compose file: the file and its override file.</summary>
    public static ImmutableArray<string> Find(string start, ISourceFiles files, WarningLog warnings)
    {
        for (var directory = start; directory is not null; directory = Path.GetDirectoryName(directory))
            if (Choose(directory, _names, files, warnings) is { } file)
                return Choose(directory, _overrideNames, files, warnings) is { } overrides ? [file, overrides] : [file];

        throw new UserErrorException(
            $"There is no compose file in {start} or a directory above it",
            $"Compose looks for {string.Join(", ", _names)}. Name another file with --compose-file. "
            + "Targets that look and don't build take --all-dockerfiles instead.",
            FaultKind.Usage);
    }

    private static string? Choose(string directory, ImmutableArray<string> names, ISourceFiles files, WarningLog warnings)
    {
        var found = names.Select(name => Path.Combine(directory, name)).Where(files.FileExists).ToList();
        if (found.Count > 1)
            warnings.Add(
                $"{directory} has {string.Join(" and ", found.Select(Path.GetFileName))}; {Path.GetFileName(found[0])} is used", origin: null);
        return found.FirstOrDefault();
    }
}
