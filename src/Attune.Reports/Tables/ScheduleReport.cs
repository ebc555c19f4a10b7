using System.Collections.Immutable;
using Attune.Reports.Hazards;
using Attune.Reports.Text;

namespace Attune.Reports.Tables;

/// <summary>When each service of a build is expected to do what.</summary>
public static class ScheduleReport
{
    private const int LeastBar = 10;
    private const int MostBar = 60;

    private static readonly TableColumn[] _columns =
    [
        new("SERVICE"), new("STARTS", CellAlign.End), new("WAITS", CellAlign.End), new("RUNS", CellAlign.End), new("ENDS", CellAlign.End), new("", DropOrder: 1), new("FOR", DropOrder: 2),
    ];

    /// <summary>A line for each service, with a bar, and the lines that explain it.</summary>
    /// <param name="rows">The services in compose order.</param>
    /// <param name="duration">The whole build's.</param>
    /// <param name="explanations">What it rests on, one line each.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyList<ScheduleRow> rows, TimeSpan duration, IEnumerable<string> explanations, int width)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var bar = Math.Clamp(width - 75, LeastBar, MostBar);
        return
        [
            .. TextTable.Render(_columns, rows.Select(r => Row(r, duration, bar)), width),
            StyledLine.Empty,
            .. explanations.Select(e => StyledLine.Of(e)),
        ];
    }

    /// <summary>For programs: <c>{seconds,maxParallel,assumes:{knownRuns,layers,caches,guessedSteps,unlikeSteps},services:[{service,start,end,waited,waits:[{cache,holder,start,end}]}]}</c>, all in seconds from the start.</summary>
    /// <param name="rows">The services in compose order.</param>
    /// <param name="duration">The whole build's.</param>
    /// <param name="assumptions">What it rests on.</param>
    public static string Json(IEnumerable<ScheduleRow> rows, TimeSpan duration, ScheduleAssumptions assumptions) => ReportJson.Write(json =>
    {
        json.WriteNumber("seconds", Seconds(duration));
        json.WriteNumber("maxParallel", assumptions.MaxParallel);
        json.WriteStartObject("assumes");
        json.WriteNumber("knownRuns", assumptions.KnownRuns);
        json.WriteString("layers", assumptions.Layers);
        json.WriteString("caches", assumptions.Caches);
        json.WriteNumber("guessedSteps", assumptions.Guessed);
        json.WriteNumber("unlikeSteps", assumptions.Unlike);
        json.WriteEndObject();
        json.WriteObjects("services", rows, row =>
        {
            json.WriteString("service", row.Service);
            json.WriteNumber("start", Seconds(row.Start));
            json.WriteNumber("end", Seconds(row.End));
            json.WriteNumber("waited", Seconds(row.Waited));
            json.WriteObjects("waits", row.Waits, wait =>
            {
                json.WriteString("cache", wait.Cache);
                json.WriteString("holder", wait.Holder);
                json.WriteNumber("start", Seconds(wait.Start));
                json.WriteNumber("end", Seconds(wait.End));
            });
        });
    });

    private static ImmutableArray<StyledText> Row(ScheduleRow row, TimeSpan duration, int bar) =>
    [
        new(row.Service, Tone.Strong),
        new(Durations.Format(row.Start)),
        new(row.Waited > TimeSpan.Zero ? Durations.Format(row.Waited) : "", Tone.Caution),
        new(Durations.Format(row.End - row.Start - row.Waited)),
        new(Durations.Format(row.End)),
        new(Bar(row, duration, bar)),
        new(string.Join(", ", row.Waits.Select(w => $"{w.Cache} ({w.Holder})")), Tone.Dim),
    ];

    // However short a service is, it has one cell.
    private static string Bar(ScheduleRow row, TimeSpan duration, int width)
    {
        var first = Math.Min((int)(row.Start / duration * width), width - 1);
        var cells = Math.Max((int)Math.Round(row.End / duration * width) - first, 1);
        return new string(' ', first) + string.Concat(Enumerable.Range(first, cells).Select(i => IsWaiting(row, duration * ((i + 0.5) / width)) ? '.' : '#'));
    }

    private static bool IsWaiting(ScheduleRow row, TimeSpan moment) => row.Waits.Any(w => w.Start <= moment && moment < w.End);

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}

/// <summary>What a schedule rests on.</summary>
/// <param name="MaxParallel">How many services at once.</param>
/// <param name="KnownRuns">How many earlier runs are known.</param>
public sealed record ScheduleAssumptions(int MaxParallel, int KnownRuns)
{
    /// <summary><c>sourcesChanged</c>, or <c>rerun</c> when every RUN runs.</summary>
    public required string Layers { get; init; }

    /// <summary><c>warm</c> when the engine has every cache mount, <c>cold</c> when it lacks one, <c>unknown</c> when nobody could be asked.</summary>
    public required string Caches { get; init; }

    /// <summary>How many steps never ran and are guessed.</summary>
    public int Guessed { get; init; }

    /// <summary>How many steps never ran with their caches so.</summary>
    public int Unlike { get; init; }
}

/// <summary>When a service is expected to do what, counted from the start of the build.</summary>
/// <param name="Service">The service.</param>
/// <param name="Start">When its build starts.</param>
/// <param name="End">When it ends.</param>
/// <param name="Waits">What it waits for.</param>
public sealed record ScheduleRow(string Service, TimeSpan Start, TimeSpan End, IReadOnlyList<ScheduleWait> Waits)
{
    /// <summary>How long it waits in all.</summary>
    public TimeSpan Waited => Waits.Aggregate(TimeSpan.Zero, (sum, w) => sum + (w.End - w.Start));
}

/// <summary>A wait for a locked cache.</summary>
/// <param name="Cache">The cache's id.</param>
/// <param name="Holder">Who has it.</param>
/// <param name="Start">From when.</param>
/// <param name="End">Until when.</param>
public sealed record ScheduleWait(string Cache, string Holder, TimeSpan Start, TimeSpan End);
