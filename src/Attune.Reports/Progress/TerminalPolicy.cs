using Attune.Reports.Text;

namespace Attune.Reports.Progress;

/// <summary>What the output is and what may be done with it.</summary>
/// <param name="Kind">Where the output goes.</param>
/// <param name="Colors">Whether colours may be used.</param>
/// <param name="Glyphs">The characters that may be used.</param>
/// <param name="Host">The CI system that reads the log.</param>
public sealed record TerminalPolicy(OutputKind Kind, ColorPolicy Colors, GlyphPolicy Glyphs, CiHost Host)
{
    /// <summary>A pipe or file that nobody decorates.</summary>
    public static TerminalPolicy Pipe { get; } = new(OutputKind.Pipe, ColorPolicy.None, GlyphPolicy.Unicode, CiHost.None);

    /// <summary>
    /// The policy by the usual variables: <c>NO_COLOR</c>, <c>TERM=dumb</c>, <c>GITHUB_ACTIONS</c>.
    /// </summary>
    /// <param name="environment">The process's environment.</param>
    /// <param name="kind">Whether the output is a terminal.</param>
    /// <param name="glyphs">Whether the output's encoding has more than ASCII.</param>
    public static TerminalPolicy FromEnvironment(IReadOnlyDictionary<string, string> environment, OutputKind kind, GlyphPolicy glyphs)
    {
        if (kind == OutputKind.Terminal && environment.GetValueOrDefault("TERM") == "dumb")
            kind = OutputKind.DumbTerminal;
        var colors = kind == OutputKind.Terminal && string.IsNullOrEmpty(environment.GetValueOrDefault("NO_COLOR")) ? ColorPolicy.Ansi : ColorPolicy.None;
        var host = environment.GetValueOrDefault("GITHUB_ACTIONS") == "true" ? CiHost.GitHubActions : CiHost.None;
        return new(kind, colors, glyphs, host);
    }
}

/// <summary>Where output goes.</summary>
public enum OutputKind
{
    /// <summary>To a file or another program.</summary>
    Pipe,

    /// <summary>To a terminal that understands ANSI control sequences.</summary>
    Terminal,

    /// <summary>To a terminal that can't move its cursor.</summary>
    DumbTerminal,
}

/// <summary>Which characters the output can show.</summary>
public enum GlyphPolicy
{
    /// <summary>All of them.</summary>
    Unicode,

    /// <summary>ASCII for marks and the spinner.</summary>
    Ascii,
}

/// <summary>A CI system that understands commands in its log.</summary>
public enum CiHost
{
    /// <summary>None, or one that doesn't.</summary>
    None,

    /// <summary>GitHub Actions.</summary>
    GitHubActions,
}
