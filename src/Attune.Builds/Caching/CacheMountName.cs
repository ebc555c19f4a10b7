using System.Text.RegularExpressions;
using Attune.BuildKit.Control;

namespace Attune.Builds.Caching;

/// <summary>
/// Which cache mount a record belongs to, read from its description, the only place that says so
/// (buildkit: solver/llbsolver/mounts/mount.go): <c>cached mount TARGET from exec COMMAND with id "ID"</c>. Engines before 25 leave the id out,
/// and so do later ones where it equals the target.
/// </summary>
/// <param name="Target">Where the first step that used it mounted it.</param>
/// <param name="Id">The cache's id with its namespace, or null where the engine doesn't say it.</param>
public sealed partial record CacheMountName(string Target, string? Id)
{
    /// <summary>Reads a record's description; null when the record is no cache mount.</summary>
    public static CacheMountName? Of(CacheRecord record)
    {
        var match = Pattern().Match(record.Description);
        if (!match.Success)
            return null;
        return new(match.Groups["target"].Value, match.Groups["id"] is { Success: true, Value: var id } ? Unquote(id) : null);
    }

    /// <summary>The id without an empty namespace, or the target.</summary>
    public override string ToString() => Id switch
    {
        null => Target,
        ['/', '/', .. var path] => "/" + path,
        ['/', .. var name] => name,
        _ => Id,
    };

    // Written by Go's %q.
    private static string Unquote(string text) => text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex("^cached mount (?<target>.+?) from exec .*?(?: with id \"(?<id>(?:[^\"\\\\]|\\\\.)*)\")?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
