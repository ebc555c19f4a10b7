using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Hazards.Repair;

/// <summary>A file with fixes made, byte-exact everywhere else.</summary>
/// <param name="Source">The file as it was.</param>
/// <param name="Text">The text as it is to be.</param>
public sealed record FixedFile(SourceText Source, string Text)
{
    /// <summary>
    /// Makes the fixes of findings, each as a whole or not at all: of fixes that overlap only the first is made, and who allows unsafe ones
    /// wants those first.
    /// </summary>
    /// <param name="findings">The findings.</param>
    /// <param name="safety">Up to which safety: <see cref="FixSafety.Unsafe"/> makes all.</param>
    /// <returns>The files that change.</returns>
    public static ImmutableArray<FixedFile> Apply(IEnumerable<Finding> findings, FixSafety safety) =>
    [
        .. from fix in findings.Select(f => f.Fix).OfType<Fix>()
           where fix.Safety <= safety
           group fix by fix.Source into file
           let text = Edit.Apply(file.Key, Compatible(file.OrderByDescending(f => f.Safety)))
           where text != file.Key.Text
           select new FixedFile(file.Key, text),
    ];

    private static List<Edit> Compatible(IEnumerable<Fix> fixes)
    {
        var chosen = new List<Edit>();
        foreach (var fix in fixes)
            if (!fix.Edits.Any(edit => chosen.Any(other => Conflict(edit, other))))
                chosen.AddRange(fix.Edits);
        return chosen;
    }

    // An insertion just behind a stretch that another fix replaces belongs to what is replaced.
    private static bool Conflict(Edit one, Edit other) => one != other &&
        (one.Span.Start == other.Span.Start || (one.Span.Start < other.Span.End && other.Span.Start < one.Span.End) ||
         IsInsertionAfter(one, other) || IsInsertionAfter(other, one));

    private static bool IsInsertionAfter(Edit one, Edit other) => one.Span.Length == 0 && one.Span.Start == other.Span.End && other.Span.Length > 0;
}
