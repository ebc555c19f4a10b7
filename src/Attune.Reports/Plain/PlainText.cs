using System.Globalization;

using Attune.Builds.Events;
using Attune.Reports.Results;
using Attune.Reports.Text;

namespace Attune.Reports.Plain;

/// <summary>The wording of lines about services.</summary>
internal static class PlainText
{
    /// <summary>A shorter wait isn't worth a line.</summary>
    public static TimeSpan NoticeableWait { get; } = TimeSpan.FromSeconds(0.5);

    public static string Title(BuildStarted started) =>
        $"Building {Count(started.Services.Count, "service")}, at most {started.MaxParallel} at a time";

    public static string Started(ServiceStarted started) => started.Engine is { } engine ? $"started on {engine}" : "started";

    public static string Transfer(ContextTransferred transfer)
    {
        var count = transfer.Count;
        var sent = count.FilesSent == 0
            ? $"unchanged, {Count(count.FilesListed, "entry", "entries")}"
            : $"{Count(count.FilesSent, "file")} sent ({ByteSize.Format(count.BytesSent)}) of {Count(count.FilesListed, "entry", "entries")}";
        return $"{TerminalText.Clean(transfer.Directory)}: {sent}" + (transfer.Services.Count == 1 ? "" : $", for {string.Join(", ", transfer.Services.Skip(1))} too");
    }

    public static string Result(ServiceResult result)
    {
        var image = result.Image is { } built
            ? $": image {ResultTable.ShortId(built.Id)}" + (built.Size is { } size ? $", {ByteSize.Format(size)}" : "")
            : "";
        return result.Outcome == ServiceOutcome.NotRun
            ? Outcomes.Describe(result)
            : $"{Outcomes.Describe(result)}, in {Durations.Format(result.Duration)}{(result.Engine is { } engine ? $" on {engine}" : "")}{image}";
    }

    private static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many ?? one + "s")}");
}
