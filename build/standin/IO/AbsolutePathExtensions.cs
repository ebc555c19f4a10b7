using System.IO.Enumeration;

namespace Nuke.Common.IO;

public static class AbsolutePathExtensions
{
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    public static void DeleteFile(this AbsolutePath path) => File.Delete(path);

    public static string ReadAllText(this AbsolutePath path) => File.ReadAllText(path);

    public static AbsolutePath WriteAllText(this AbsolutePath path, string content)
    {
        path.Parent?.CreateDirectory();
        File.WriteAllText(path, content.EndsWith('\n') ? content : content + Environment.NewLine);
        return path;
    }

    public static string GetUnixRelativePathTo(this AbsolutePath path, AbsolutePath other) =>
        Path.GetRelativePath(path, other).Replace('\\', '/');

    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath path, params string[] patterns) =>
        Glob(path, patterns, Directory.EnumerateFiles);

    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath path, params string[] patterns) =>
        Glob(path, patterns, Directory.EnumerateDirectories);

    private static AbsolutePath[] Glob(AbsolutePath root, string[] patterns, Func<string, IEnumerable<string>> entries) =>
        [.. patterns.SelectMany(pattern => Match(root, pattern.Split('/'), entries)).Distinct().Order().Select(AbsolutePath.Create)];

    private static IEnumerable<string> Match(string directory, ReadOnlyMemory<string> parts, Func<string, IEnumerable<string>> entries)
    {
        var (part, rest) = (parts.Span[0], parts[1..]);
        if (rest.IsEmpty)
            return entries(directory).Where(entry => FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(entry)));
        var below = Directory.EnumerateDirectories(directory);
        return part == "**"
            ? Match(directory, rest, entries).Concat(below.SelectMany(entry => Match(entry, parts, entries)))
            : below.Where(entry => FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(entry)))
                .SelectMany(entry => Match(entry, rest, entries));
    }
}
