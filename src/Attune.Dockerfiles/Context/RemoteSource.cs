using System.Text.RegularExpressions;

namespace Attune.Dockerfiles.Context;

/// <summary>Sources of ADD that aren't in the build context.</summary>
internal static partial class RemoteSource
{
    public static bool IsHttp(string source) =>
        source.StartsWith("http://", StringComparison.Ordinal) || source.StartsWith("https://", StringComparison.Ordinal);

    public static bool IsRemote(string source) => IsHttp(source) || GitAddress().IsMatch(source);

    // git://…, ssh://…, or user@host:path
    [GeneratedRegex(@"\A((git|ssh)://|[a-zA-Z0-9_-]+@[a-zA-Z0-9.-]+:.)")]
    private static partial Regex GitAddress();
}
