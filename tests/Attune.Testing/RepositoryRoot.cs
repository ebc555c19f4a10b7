namespace Attune.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "Attune.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("Attune.sln was not found above " + AppContext.BaseDirectory);
    }
}
