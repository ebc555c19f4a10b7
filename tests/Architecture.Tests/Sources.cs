namespace Architecture.Tests;

/// <summary>The hand-written source files of the repository.</summary>
internal static class Sources
{
    public static IEnumerable<string> LibraryProjects() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "Attune.*.csproj", SearchOption.AllDirectories);

    public static IEnumerable<string> CSharpFiles(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
        select file;

    public static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.Path, file);
}
