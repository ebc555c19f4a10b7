namespace Attune.Engines.Finding;

/// <summary>Which Linux this is: os-release(5).</summary>
/// <param name="Id">Such as <c>debian</c>; empty when not known.</param>
/// <param name="Like">The systems it descends from.</param>
internal sealed record OsRelease(string Id, IReadOnlyList<string> Like)
{
    private const string FilePath = "/etc/os-release";

    /// <summary>Whether its packages come by apt from Debian or Ubuntu, or a system made from them.</summary>
    public bool IsDebianLike => Is("debian") || Is("ubuntu");

    /// <summary>Reads this machine's.</summary>
    public static OsRelease Of(EngineSurroundings surroundings) => Parse(surroundings.Files.FileExists(FilePath) ? surroundings.Files.ReadText(FilePath) : "");

    /// <summary>Reads a file's text.</summary>
    public static OsRelease Parse(string text) => new(Value(text, "ID"), Value(text, "ID_LIKE").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether it is a system or descends from it.</summary>
    public bool Is(string id) => Id == id || Like.Contains(id);

    private static string Value(string text, string name) =>
        text.Split('\n').Where(l => l.StartsWith(name + "=", StringComparison.Ordinal)).Select(l => l[(name.Length + 1)..].Trim().Trim('"', '\'')).FirstOrDefault() ?? "";
}
