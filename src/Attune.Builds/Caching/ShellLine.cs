using System.Text;

namespace Attune.Builds.Caching;

/// <summary>Puts a script into one line of a Dockerfile.</summary>
public static class ShellLine
{
    /// <summary>A command that runs the script with the shell of the image: its bytes as octal escapes, which no parser in between looks into.</summary>
    public static string Of(string script) =>
        $"printf '%b' '{string.Concat(Encoding.UTF8.GetBytes(script.ReplaceLineEndings("\n")).Select(Escape))}' | sh";

    /// <summary>A word of a script that stands for the text as it is.</summary>
    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string Escape(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)' ' or (byte)'/' or (byte)'.' or (byte)'-' or (byte)'_'
        ? ((char)value).ToString()
        : "\\0" + Convert.ToString(value, 8).PadLeft(3, '0');
}
