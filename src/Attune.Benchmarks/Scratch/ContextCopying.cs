using Attune.Dockerfiles.Context;

namespace Attune.Benchmarks.Scratch;

/// <summary>Copies of a context what a build asks for.</summary>
internal static class ContextCopying
{
    private const string IgnoreFile = ".dockerignore";

    public static void Copy(string context, string target, ContextPaths paths)
    {
        Directory.CreateDirectory(target);
        if (File.Exists(Path.Combine(context, IgnoreFile)))
            File.Copy(Path.Combine(context, IgnoreFile), Path.Combine(target, IgnoreFile), overwrite: true);
        var wanted = paths.Extent == ContextExtent.All ? [""] : paths.Paths.Select(UpToWildcard).Distinct();
        foreach (var path in wanted)
            CopyTree(Path.Combine(context, path), Path.Combine(target, path));
    }

    private static string UpToWildcard(string path)
    {
        var names = path.Split('/');
        return string.Join('/', names.TakeWhile(n => n.IndexOfAny(['*', '?', '[']) < 0));
    }

    private static void CopyTree(string source, string target)
    {
        if (File.Exists(source))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target, overwrite: true);
            return;
        }

        if (!Directory.Exists(source))
            return;
        Directory.CreateDirectory(target);
        foreach (var entry in Directory.EnumerateFileSystemEntries(source).Where(e => Path.GetFileName(e) is not (".git" or ".nuke")))
            CopyTree(entry, Path.Combine(target, Path.GetFileName(entry)));
    }
}
