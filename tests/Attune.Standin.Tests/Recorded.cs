namespace Attune.Standin.Tests;

/// <summary>What NUKE 10.1.0 wrote for the sample build.</summary>
internal static class Recorded
{
    public static string Text(string file) =>
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Attune.Standin.Tests", "Recorded", file));
}
