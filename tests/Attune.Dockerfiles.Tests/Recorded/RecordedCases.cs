using System.Text.Json;

namespace Attune.Dockerfiles.Tests.Recorded;

internal static class RecordedCases
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    public static string Directory { get; } = Path.Combine(RepositoryRoot.Path, "tests", "Attune.Dockerfiles.Tests", "Recorded");

    public static IReadOnlyList<RecordedCase> All { get; } =
        JsonSerializer.Deserialize<List<RecordedCase>>(File.ReadAllText(Path.Combine(Directory, "verdicts.json")), _options)!;
}
