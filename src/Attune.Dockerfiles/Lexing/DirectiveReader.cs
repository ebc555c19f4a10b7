using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Dockerfiles.Lexing;

/// <summary>Reads the parser directives, the comments of the form <c># name=value</c> before everything else.</summary>
internal static class DirectiveReader
{
    private static readonly string[] _known = ["syntax", "escape", "check"];

    /// <exception cref="LocatedException">A directive appears twice.</exception>
    public static ImmutableArray<ParserDirective> Read(SourceText source)
    {
        var directives = ImmutableArray.CreateBuilder<ParserDirective>();
        var lines = new PhysicalLineReader(source);
        while (lines.TryRead(out var line) && Match(source.Text, line, "#") is { } directive)
        {
            if (directives.Any(d => d.Name == directive.Name))
                throw new LocatedException($"The parser directive '{directive.Name}' appears twice", source.LocationOf(directive.Span));
            directives.Add(directive);
        }

        return directives.ToImmutable();
    }

    /// <summary>The directive of a line, if it is one: <c>prefix name = value</c> with a name that BuildKit knows.</summary>
    public static ParserDirective? Match(string text, PhysicalLine line, string prefix)
    {
        var all = text.AsSpan(0, line.End);
        var start = Skip(all, line.Start);
        if (!all[start..].StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var name = Skip(all, start + prefix.Length);
        var equals = all[name..].IndexOf('=');
        if (equals <= 0)
            return null;
        var value = Span.FromBounds(Skip(all, name + equals + 1), all.TrimEnd().Length);
        var known = Array.Find(_known, k => text.AsSpan(name, equals).Trim().Equals(k, StringComparison.OrdinalIgnoreCase));
        return known is null || value.Length <= 0
            ? null
            : new(known, text.Substring(value.Start, value.Length), Span.FromBounds(start, value.End), value);
    }

    private static int Skip(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }
}
