using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>Arguments as an interpolated string: values with blanks get quotes (<c>:nq</c> not), <c>:r</c> keeps a value out of the log.</summary>
[InterpolatedStringHandler]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Lives for one call.")]
public readonly ref struct ArgumentStringHandler
{
    private readonly StringBuilder builder;
    private readonly List<string> secrets = [];

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        builder = new StringBuilder(literalLength + (16 * formattedCount));
        handlerIsValid = true;
    }

    public static implicit operator ArgumentStringHandler(string value)
    {
        var handler = new ArgumentStringHandler(value.Length, 0, out _);
        handler.AppendLiteral(value);
        return handler;
    }

    public void AppendLiteral(string value) => builder.Append(value);

    public void AppendFormatted(object? value, int alignment = 0, string? format = null)
    {
        var text = value?.ToString() ?? "";
        if (format == "r")
            secrets.Add(text);
        var plain = format == "nq" || value is not (string or AbsolutePath) || text.StartsWith('"') || text.StartsWith('\'');
        builder.Append(!plain && (text.Length == 0 || text.Contains(' ', StringComparison.Ordinal)) ? $"\"{text}\"" : text);
    }

    public override string ToString() => builder.ToString();

    internal Func<string, string> Filter()
    {
        var hidden = secrets;
        return text => hidden.Aggregate(text, (line, secret) => line.Replace(secret, "[REDACTED]", StringComparison.Ordinal));
    }
}
