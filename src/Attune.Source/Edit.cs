using System.Collections.Immutable;
using System.Text;

namespace Attune.Source;

/// <summary>A change to a text: what stands at the span is replaced.</summary>
/// <param name="Span">What is replaced; a point inserts.</param>
/// <param name="Replacement">What takes its place.</param>
public sealed record Edit(Span Span, string Replacement)
{
    /// <summary>A text with the edits made and nothing else changed. Of edits that overlap only the first is made, of equal ones one.</summary>
    /// <param name="source">The text that the spans refer to.</param>
    /// <param name="edits">The edits in any order.</param>
    public static string Apply(SourceText source, IEnumerable<Edit> edits)
    {
        var result = new StringBuilder();
        var position = 0;
        foreach (var edit in Ordered(edits))
        {
            if (edit.Span.Start < position)
                continue;
            result.Append(source.Text, position, edit.Span.Start - position).Append(edit.Replacement);
            position = edit.Span.End;
        }

        return result.Append(source.Text, position, source.Text.Length - position).ToString();
    }

    private static ImmutableArray<Edit> Ordered(IEnumerable<Edit> edits) => [.. edits.Distinct().OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End)];
}
