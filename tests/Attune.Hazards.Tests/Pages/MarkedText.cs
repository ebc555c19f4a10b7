using System.Text;
using System.Text.RegularExpressions;
using Attune.Source;

namespace Attune.Hazards.Tests.Pages;

/// <summary>A file of a rule's page, with the findings that are marked in it: <c>[|…|]</c> for the page's rule, <c>[CM001,CM002|…|]</c>.</summary>
internal sealed partial record MarkedText(string Path, string Text, IReadOnlyList<string> Findings)
{
    public static MarkedText Parse(string path, string marked, string rule)
    {
        var text = new StringBuilder();
        var spans = new List<(string Rules, Span Span)>();
        var position = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, position, mark.Index - position);
            spans.Add((mark.Groups["rules"].Value, new(text.Length, mark.Groups["text"].Length)));
            text.Append(mark.Groups["text"].Value);
            position = mark.Index + mark.Length;
        }

        text.Append(marked, position, marked.Length - position);
        var source = new SourceText(path, text.ToString());
        return new(path, source.Text, [.. spans.SelectMany(s => Describe(s.Rules.Length > 0 ? s.Rules : rule, source.LocationOf(s.Span)))]);
    }

    private static IEnumerable<string> Describe(string rules, SourceLocation location) => rules.Split(',').Select(r => $"{location} {r}");

    [GeneratedRegex(@"\[(?<rules>(CM\d{3}(,CM\d{3})*)?)\|(?<text>.*?)\|\]")]
    private static partial Regex Mark();
}
