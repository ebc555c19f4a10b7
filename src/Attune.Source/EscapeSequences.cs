using System.Text.RegularExpressions;

namespace Attune.Source;

/// <summary>The sequences by which programs colour what they print (ECMA-48, control sequences).</summary>
public static partial class EscapeSequences
{
    /// <summary>The text without them.</summary>
    /// <param name="text">What a program printed.</param>
    public static string Strip(string text) => Sequence().Replace(text, "");

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Sequence();
}
