using System.Globalization;
using System.Text;

namespace Attune.Compose.DotEnv;

/// <summary>The escapes of a double-quoted value; an unknown one stays as it is written.</summary>
internal static class DotEnvEscapes
{
    public static string Expand(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var result = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                result.Append(value[i]);
            }
            else if (value[i + 1] == '0' && Octal(value, i + 2) is { } character)
            {
                result.Append(character);
                i += 4;
            }
            else
            {
                i++;
                result.Append(Escape(value[i]));
            }
        }

        return result.ToString();
    }

    private static string Escape(char c) => c switch
    {
        'a' => "\a",
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'v' => "\v",
        '"' => "\"",
        '\\' => "\\",
        // Interpolation comes next, and takes this for a literal dollar sign.
        '$' => "$$",
        _ => "\\" + c,
    };

    private static char? Octal(string value, int start)
    {
        if (start + 3 > value.Length)
            return null;
        var code = 0;
        foreach (var c in value.AsSpan(start, 3))
        {
            if (c is < '0' or > '7')
                return null;
            code = code * 8 + int.Parse(c.ToString(), CultureInfo.InvariantCulture);
        }

        return code <= 255 ? (char)code : null;
    }
}
