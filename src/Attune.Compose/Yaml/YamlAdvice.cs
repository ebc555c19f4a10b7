using Attune.Source;
using YamlDotNet.Core;

namespace Attune.Compose.Yaml;

/// <summary>Says what a YAML scanner's complaint most often means.</summary>
internal static class YamlAdvice
{
    public static string Reword(string message) => message.TrimEnd('.') + ".";

    public static string? For(YamlException fault, SourceText text)
    {
        var line = text.LineAt((int)fault.Start.Line);
        if (line.AsSpan().TrimStart(' ').StartsWith("\t"))
            return "YAML is indented by spaces; this line starts with a tab.";
        return line.Contains('@', StringComparison.Ordinal) || line.Contains('`', StringComparison.Ordinal)
            ? "A value that starts with @ or ` must be quoted."
            : null;
    }
}
