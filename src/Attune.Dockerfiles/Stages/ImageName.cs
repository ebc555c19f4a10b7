using System.Text.RegularExpressions;

namespace Attune.Dockerfiles.Stages;

/// <summary>Image names: https://github.com/distribution/reference, file <c>reference.go</c>, has the grammar.</summary>
internal static partial class ImageName
{
    public const string Scratch = "scratch";

    // Far above what any registry or engine takes (256 for the path, 128 for the tag): the pattern is not linear in the length.
    private const int MaxLength = 2048;

    public static bool IsValid(string name) => name.Length <= MaxLength && Reference().IsMatch(name) && !Digest().IsMatch(name);

    /// <summary>The short form that names of contexts are compared in: no default registry, no tag <c>latest</c>.</summary>
    public static string Familiar(string name)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["index.docker.io/", "docker.io/", "library/"])
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                name = name[prefix.Length..];
        return name.EndsWith(":latest", StringComparison.Ordinal) ? name[..^":latest".Length] : name;
    }

    // [domain[:port]/]component[/component…][:tag][@digest]
    [GeneratedRegex(
        @"\A(([a-zA-Z0-9.-]*[.][a-zA-Z0-9.-]*(:[0-9]+)?|[a-zA-Z0-9-]+:[0-9]+|localhost|" +
        @"[a-zA-Z0-9-]*[A-Z][a-zA-Z0-9-]*|\[[0-9a-fA-F:]+\](:[0-9]+)?)/)?" +
        @"[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*" +
        @"(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@[A-Za-z][A-Za-z0-9]*([-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?\z")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\A[a-f0-9]{64}\z")]
    private static partial Regex Digest();
}
