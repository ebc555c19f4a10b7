using System.Text.RegularExpressions;
using Attune.Source;

namespace Attune.Compose.DotEnv;

/// <summary>An env file as an error message may show it: names and line breaks, never a value, which may be a secret.</summary>
internal static partial class DotEnvMask
{
    public static SourceText Of(SourceText source) => new(source.Path, Values().Replace(source.Text, match =>
        match.Groups["name"].Value + new string('*', match.Length - match.Groups["name"].Length)));

    // A line that isn't NAME= may be the middle of a longer value, so it's masked as a whole.
    [GeneratedRegex(
        @"^(?<name>(?:[ \t]*(?:export[ \t]+)?[A-Za-z_][A-Za-z0-9_.-]{0,63}[ \t]*[=:])?)[^\r\n]+",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Values();
}
