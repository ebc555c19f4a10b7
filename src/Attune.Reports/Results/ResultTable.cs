using System.Collections.Immutable;
using System.Globalization;

using Attune.Builds.Events;
using Attune.Reports.Text;

namespace Attune.Reports.Results;

/// <summary>The table that ends a build: what became of each service.</summary>
public static class ResultTable
{
    private const int ShortIdLength = 12;

    // Stands after the result, in builds by several engines.
    private const int EnginePlace = 2;
    private static readonly TableColumn _engine = new("ENGINE");

    // Stands after the time, in builds in which a step waited for a locked cache.
    private const int WaitedPlace = 3;
    private static readonly TableColumn _waited = new("WAITED", CellAlign.End, DropOrder: 5);

    private static readonly ImmutableArray<TableColumn> _columns =
    [
        new("SERVICE"),
        new("RESULT"),
        new("TIME", CellAlign.End),
        new("CACHED", CellAlign.End, DropOrder: 2),
        new("EXECUTED", CellAlign.End, DropOrder: 1),
        new("IMAGE", DropOrder: 4),
        new("SIZE", CellAlign.End, DropOrder: 3),
    ];

    /// <summary>The table with a line of totals.</summary>
    /// <param name="result">The build's result.</param>
    /// <param name="width">The cells that a line may take; columns are left out where they don't fit.</param>
    public static IReadOnlyList<StyledLine> Render(BuildResult result, int width)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (columns, rows) = (_columns, result.Services.Select(Row).Append(Total(result)));
        if (result.Services.Any(s => s.Waited > TimeSpan.Zero))
        {
            var waits = result.Services.Select(s => s.Waited).Append(result.Services.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Waited));
            columns = columns.Insert(WaitedPlace, _waited);
            rows = rows.Zip(waits, (row, wait) => row.Insert(WaitedPlace, new(wait > TimeSpan.Zero ? Durations.Format(wait) : "")));
        }

        if (result.Services.Any(s => s.Engine is not null))
        {
            columns = columns.Insert(EnginePlace, _engine);
            rows = rows.Zip(result.Services.Select(s => s.Engine ?? "").Append(""), (row, name) => row.Insert(EnginePlace, new(name, Tone.Dim)));
        }

        return TextTable.Render(columns, rows, width);
    }

    /// <summary>The first twelve hexadecimal digits of an image's id, as Docker shows it.</summary>
    internal static string ShortId(string id)
    {
        var digest = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return digest.Length <= ShortIdLength ? digest : digest[..ShortIdLength];
    }

    private static ImmutableArray<StyledText> Row(ServiceResult service) =>
    [
        new(service.Service, Tone.Strong),
        service.IsRecovered ? new("recovered", Tone.Caution) : new(Outcomes.Word(service.Outcome), Outcomes.Tone(service.Outcome)),
        new(service.Outcome == ServiceOutcome.NotRun ? "" : Durations.Format(service.Duration)),
        .. Steps(service.Outcome == ServiceOutcome.NotRun ? null : service.Steps),
        new(service.Image is { } image ? ShortId(image.Id) : ""),
        new(service.Image?.Size is { } size ? ByteSize.Format(size) : ""),
    ];

    private static ImmutableArray<StyledText> Total(BuildResult result)
    {
        var images = result.Services.Count(s => s.Outcome is ServiceOutcome.Built or ServiceOutcome.Cached);
        var steps = new StepCount(result.Services.Sum(s => s.Steps.Cached), result.Services.Sum(s => s.Steps.Executed));
        return
        [
            new("total", Tone.Dim),
            new($"{images} of {result.Services.Count}", result.IsSuccess ? Tone.Good : Tone.Bad),
            new(Durations.Format(result.Duration)),
            .. Steps(steps),
            new(""),
            new(""),
        ];
    }

    private static StyledText[] Steps(StepCount? count) =>
    [
        new(count?.Cached.ToString(CultureInfo.InvariantCulture) ?? ""),
        new(count?.Executed.ToString(CultureInfo.InvariantCulture) ?? ""),
    ];
}
