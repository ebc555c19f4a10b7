using Attune.Builds.Events;
using Attune.Reports.Text;

namespace Attune.Reports.Results;

/// <summary>Which services failed because of a damaged cache, and how to prevent it.</summary>
public static class RecoveryReport
{
    /// <summary>A block for each such service, with an empty line after it.</summary>
    public static IReadOnlyList<StyledLine> Render(BuildResult result) =>
        [.. result.Services.Where(s => s.Recovery is not null).SelectMany(s => Block(s, s.Recovery!))];

    /// <summary>What to do about a damaged cache, in one line.</summary>
    internal static string Advice(CacheFault cause) =>
        (cause.Kind == CacheFaultKind.Race ? "FixLockedMounts repairs the mount" : "An interrupted build left it so")
        + $"; ExplainRule --rule {cause.Rules[^1]} tells why.";

    /// <summary>That a service is going to be built once more.</summary>
    internal static string Announce(ServiceRecovering recovering) =>
        $"{recovering.Cause}: {TerminalText.Squeeze(recovering.Cause.Symptom)}; will be built again, alone, when the others have ended";

    private static IEnumerable<StyledLine> Block(ServiceResult service, ServiceRecovery recovery)
    {
        var cause = recovery.Cause;
        var (word, tone) = (service.IsRecovered, recovery.Retries) switch
        {
            (true, _) => ("  built after recovery: ", Tone.Caution),
            (false, 0) => ("  not built again: ", Tone.Bad),
            _ => ("  not recovered: ", Tone.Bad),
        };
        yield return new([new(service.Service, Tone.Strong), new(word, tone), new(cause.ToString())]);
        yield return StyledLine.Of($"  {cause.Location}: {string.Join(", ", cause.Rules)}. {Advice(cause)}");
        yield return StyledLine.Of($"  {TerminalText.Squeeze(cause.Symptom)} ({cause.Source})", Tone.Dim);
        foreach (var entry in recovery.Removed)
            yield return StyledLine.Of($"  removed {TerminalText.Clean(entry)}", Tone.Dim);
        yield return StyledLine.Empty;
    }
}
