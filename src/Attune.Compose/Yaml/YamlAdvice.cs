using Attune.Source;
using YamlDotNet.Core;

namespace Attune.Compose.Yaml;

/// <summary>Turns a YAML scanner's complaint into a fault that says where the mistake is rather than where scanning stopped.</summary>
internal static class YamlAdvice
{
    public static LocatedException Explain(YamlException fault, Origin origin)
    {
        if (fault.Message.Contains("tab", StringComparison.Ordinal) && FirstTab(origin) is { } tab)
            return tab.Fault("This line is indented by a tab", "YAML is indented by spaces.");
        var line = origin.Location.SourceLine;
        var quote = line.Contains('@', StringComparison.Ordinal) || line.Contains('`', StringComparison.Ordinal);
        return origin.Fault("This is not valid YAML: " + fault.Message, quote ? "A value that starts with @ or ` must be quoted." : null);
    }

    private static Origin? FirstTab(Origin origin)
    {
        for (var line = origin.Location.Start.Line; line <= origin.Text.LineCount; line++)
        {
            var text = origin.Text.LineAt(line);
            var indent = text.Length - text.AsSpan().TrimStart(" \t").Length;
            if (text.IndexOf('\t', 0, indent) is >= 0 and var column)
                return new(origin.Text, new(origin.Text.OffsetOf(new(line, column + 1)), 1));
        }

        return null;
    }
}
