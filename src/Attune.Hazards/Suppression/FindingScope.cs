using System.Text.RegularExpressions;
using Attune.Source;

namespace Attune.Hazards.Suppression;

/// <summary>What a finding is about, as far as silencing it goes.</summary>
/// <param name="Source">The file.</param>
/// <param name="FirstLine">The first line of the instruction, or of the compose file's section; from 1.</param>
/// <param name="Text">The instruction, or what else makes the finding the same one in a later run.</param>
internal abstract record FindingScope(SourceText Source, int FirstLine, string Text)
{
    /// <summary>The comments that can silence a finding at a line.</summary>
    public abstract IEnumerable<SuppressionComment> Comments(int line);

    // Nearest first; an unbroken block of comments belongs to what follows it.
    private protected IEnumerable<SuppressionComment> Above(int line)
    {
        for (var above = line - 1; above >= 1 && Source.LineAt(above).TrimStart() is ['#', ..]; above--)
            if (SuppressionComment.Read(Source, above) is { } comment)
                yield return comment;
    }
}

/// <summary>An instruction of a Dockerfile: comments above it count, and above the line itself.</summary>
internal sealed record InstructionScope(SourceText Source, int FirstLine, string Text) : FindingScope(Source, FirstLine, Text)
{
    public override IEnumerable<SuppressionComment> Comments(int line) => new[] { FirstLine, line }.Distinct().SelectMany(Above);
}

/// <summary>A section of a compose file: comments in it count, and above it or its key.</summary>
/// <param name="Source">The file.</param>
/// <param name="FirstLine">Its first line.</param>
/// <param name="LastLine">Its last line.</param>
/// <param name="Text">What identifies it.</param>
internal sealed partial record SectionScope(SourceText Source, int FirstLine, int LastLine, string Text) : FindingScope(Source, FirstLine, Text)
{
    /// <summary>The scope of a section that stands at a place.</summary>
    public static SectionScope Of(SourceText source, SourceLocation place, string text)
    {
        // A block ends where the next one starts; the comments in between belong to that one.
        var last = place.End.Line;
        if (source.LineAt(last).AsSpan(0, Math.Min(place.End.Column - 1, source.LineAt(last).Length)).IsWhiteSpace())
            last--;
        while (last > place.Start.Line && source.LineAt(last).TrimStart() is "" or ['#', ..])
            last--;
        return new(source, place.Start.Line, Math.Max(last, place.Start.Line), text);
    }

    public override IEnumerable<SuppressionComment> Comments(int line)
    {
        var inside = Enumerable.Range(FirstLine, LastLine - FirstLine + 1).Select(l => SuppressionComment.Read(Source, l, CommentPlacement.AnyPlace)).OfType<SuppressionComment>();
        return inside.Concat(Above(FirstLine)).Concat(AtKey());
    }

    private IEnumerable<SuppressionComment> AtKey()
    {
        var key = FirstLine - 1;
        while (key >= 1 && Source.LineAt(key).TrimStart() is "" or ['#', ..])
            key--;
        if (!Key().IsMatch(Source.LineAt(key)))
            return [];
        return SuppressionComment.Read(Source, key, CommentPlacement.AnyPlace) is { } own ? Above(key).Prepend(own) : Above(key);
    }

    [GeneratedRegex(@"\A\s*build\s*:\s*(#.*)?\z")]
    private static partial Regex Key();
}
