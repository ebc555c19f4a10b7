using System.Collections.Immutable;
using System.Globalization;
using Attune.Reports.Text;

namespace Attune.Reports.Tables;

/// <summary>What came of letting builds race: a line for each way of building.</summary>
public static class RaceReport
{
    private static readonly TableColumn[] _columns =
    [
        new("CONTENDER"),
        new("BUILDS FAILED", CellAlign.End),
        new("RATE (95 %)", CellAlign.End),
        new("TRIALS FAILED", CellAlign.End, DropOrder: 2),
        new("MEDIAN", CellAlign.End, DropOrder: 3),
        new("WHAT", DropOrder: 1),
    ];

    private const int MaxMessages = 5;

    /// <summary>The table, and below it the first failure of each way of building that had one.</summary>
    /// <param name="title">What was tried, where.</param>
    /// <param name="rows">In the order in which they were tried.</param>
    /// <param name="width">The cells that a line of the table may take.</param>
    public static IReadOnlyList<StyledLine> Render(string title, IReadOnlyCollection<RaceRow> rows, int width) =>
        [StyledLine.Of(title), .. TextTable.Render(_columns, rows.Select(Row), width), .. rows.Where(r => r.Failures > 0).SelectMany(Failure)];

    private static IEnumerable<StyledLine> Failure(RaceRow row) =>
    [
        StyledLine.Empty,
        new([new(row.Name, Tone.Strong), new(", the first failure:")]),
        .. row.FirstError.Select(line => new StyledLine([new("  | ", Tone.Dim), new(TerminalText.Clean(line))])),
        .. row.Messages.Take(MaxMessages).Select(m => StyledLine.Of(string.Create(CultureInfo.InvariantCulture, $"  {m.Value} times: {TerminalText.Squeeze(m.Key)}"))),
    ];

    private static ImmutableArray<StyledText> Row(RaceRow row)
    {
        var tone = row.Failures == 0 ? Tone.Good : Tone.Bad;
        return
        [
            new(row.Name, Tone.Strong),
            new(string.Create(CultureInfo.InvariantCulture, $"{row.Failures} of {row.Builds}"), tone),
            new(string.Create(CultureInfo.InvariantCulture, $"{row.LowestRate * 100:0.#}-{row.HighestRate * 100:0.#} %"), tone),
            new(string.Create(CultureInfo.InvariantCulture, $"{row.FailedTrials} of {row.Trials}")),
            new(Durations.Format(row.Median)),
            new(row.Description, Tone.Dim),
        ];
    }
}
