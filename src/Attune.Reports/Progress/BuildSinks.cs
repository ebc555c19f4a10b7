using Attune.Builds.Events;
using Attune.Reports.Json;
using Attune.Reports.Live;
using Attune.Reports.Plain;

namespace Attune.Reports.Progress;

/// <summary>Makes what shows a build.</summary>
public static class BuildSinks
{
    /// <summary>The sink of a mode.</summary>
    /// <param name="mode">What the user asked for.</param>
    /// <param name="writer">The output; it is flushed, never closed.</param>
    /// <param name="time">The clock; must be the one that stamps the events.</param>
    /// <param name="policy">What the output is.</param>
    /// <param name="size">The terminal's size now; asked before every redraw of the live view, never otherwise.</param>
    public static IBuildSink Create(ProgressMode mode, TextWriter writer, TimeProvider time, TerminalPolicy policy, Func<TerminalSize> size) =>
        Resolve(mode, policy) switch
        {
            ProgressMode.Json => new JsonSink(writer),
            ProgressMode.Live => new LiveSink(writer, time, policy, size),
            _ => new PlainSink(writer, policy),
        };

    /// <summary>The mode that is really used: never <see cref="ProgressMode.Auto"/>, and live only where the output can be redrawn.</summary>
    public static ProgressMode Resolve(ProgressMode mode, TerminalPolicy policy) => mode switch
    {
        ProgressMode.Json or ProgressMode.Plain => mode,
        ProgressMode.Live when policy.Kind == OutputKind.Terminal => ProgressMode.Live,
        ProgressMode.Auto when policy is { Kind: OutputKind.Terminal, Host: CiHost.None } => ProgressMode.Live,
        _ => ProgressMode.Plain,
    };
}
