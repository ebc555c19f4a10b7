using System.Text;

namespace Attune.Recovery;

/// <summary>Puts a script into one line of a Dockerfile.</summary>
internal static class ShellLine
{
    /// <summary>A command that runs the script with the shell of the image: its bytes as octal escapes, which no parser in between looks into.</summary>
    public static string Of(string script) =>
        $"printf '%b' '{string.Concat(Encoding.UTF8.GetBytes(script.ReplaceLineEndings("\n")).Select(Escape))}' | sh";

    private static string Escape(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)' ' or (byte)'/' or (byte)'.' or (byte)'-' or (byte)'_'
        ? ((char)value).ToString()
        : "\\0" + Convert.ToString(value, 8).PadLeft(3, '0');
}
