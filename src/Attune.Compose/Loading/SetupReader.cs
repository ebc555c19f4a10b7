using System.Collections.Immutable;
using Attune.Compose.DotEnv;
using Attune.Source;

namespace Attune.Compose.Loading;

/// <summary>Finds the compose files, the env files and the project directory in the order in which Compose does.</summary>
internal sealed class SetupReader(ComposeRequest request, ISourceFiles files, WarningLog warnings)
{
    private readonly Dictionary<string, string> _environment = new(request.Environment, StringComparer.Ordinal);

    public ProjectSetup Read()
    {
        if (!Path.IsPathFullyQualified(request.CurrentDirectory))
            throw new ArgumentException("The current directory must be an absolute path.", nameof(request));
        _environment.TryAdd("PWD", request.CurrentDirectory);
        var composeFiles = request.Files.Select(Absolute).ToImmutableArray();
        var first = ReadEnvFiles(DirectoryOf(composeFiles), previous: []);
        if (composeFiles.IsEmpty)
            composeFiles = FilesOfEnvironment();
        if (composeFiles.IsEmpty)
            composeFiles = DefaultFiles.Find(DirectoryOf([]), files, warnings);
        // Compose reads env files a second time: the compose file may have been found in a directory above.
        ReadEnvFiles(DirectoryOf(composeFiles), first);
        foreach (var file in composeFiles.Where(f => !files.FileExists(f)))
            throw new UserErrorException($"The compose file {file} doesn't exist", kind: FaultKind.Usage);
        return new(DirectoryOf(composeFiles), composeFiles, _environment.ToImmutableDictionary(StringComparer.Ordinal), Profiles());
    }

    private string DirectoryOf(ImmutableArray<string> composeFiles)
    {
        if (!string.IsNullOrEmpty(request.ProjectDirectory))
            return Path.TrimEndingDirectorySeparator(Absolute(request.ProjectDirectory));
        return composeFiles.IsEmpty ? Path.TrimEndingDirectorySeparator(Absolute(".")) : Path.GetDirectoryName(composeFiles[0]) ?? composeFiles[0];
    }

    private ImmutableArray<string> FilesOfEnvironment()
    {
        if (!_environment.TryGetValue("COMPOSE_FILE", out var list) || list.Length == 0)
            return [];
        var separator = _environment.GetValueOrDefault("COMPOSE_PATH_SEPARATOR");
        return [.. list.Split(string.IsNullOrEmpty(separator) ? Path.PathSeparator.ToString() : separator).Where(f => f.Length > 0).Select(Absolute)];
    }

    private ImmutableArray<string> ReadEnvFiles(string directory, ImmutableArray<string> previous)
    {
        var paths = EnvFilesFor(directory);
        if (paths.IsEmpty)
            paths = previous;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
            DotEnvParser.Parse(new(LocalPaths.Shown(path, request.CurrentDirectory), files.ReadText(path)), variables, _environment, warnings);
        foreach (var (name, value) in variables)
            _environment.TryAdd(name, value);
        return paths;
    }

    private ImmutableArray<string> EnvFilesFor(string directory)
    {
        var chosen = request.EnvFiles.IsEmpty ? Split(request.Environment, "COMPOSE_ENV_FILES") : request.EnvFiles;
        if (!chosen.IsEmpty)
        {
            foreach (var path in chosen.Where(p => !files.FileExists(Absolute(p))))
                throw new UserErrorException($"The env file {Absolute(path)} doesn't exist", kind: FaultKind.Usage);
            return [.. chosen.Select(Absolute)];
        }

        var usual = Path.Combine(directory, ".env");
        var disabled = request.Environment.GetValueOrDefault("COMPOSE_DISABLE_ENV_FILE") is "1" or "t" or "T" or "true" or "TRUE" or "True";
        return !disabled && files.FileExists(usual) ? [usual] : [];
    }

    private ImmutableArray<string> Profiles() => request.Profiles.IsEmpty ? Split(_environment, "COMPOSE_PROFILES") : request.Profiles;

    private static ImmutableArray<string> Split(IReadOnlyDictionary<string, string> environment, string variable) =>
        [.. environment.GetValueOrDefault(variable, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private string Absolute(string path) => Path.GetFullPath(path, request.CurrentDirectory);
}
