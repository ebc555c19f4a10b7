using System.Text.RegularExpressions;
using Attune.Schedules.Contention;

namespace Attune.Schedules.History;

/// <summary>What a step takes that never ran: by what it calls. Only the ratios matter, for the order of services.</summary>
internal static partial class DurationGuess
{
    private static readonly TimeSpan _compile = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _install = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _run = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _copy = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan _small = TimeSpan.FromSeconds(0.1);

    /// <summary>From the start of a solve to its first step.</summary>
    public static TimeSpan Setup { get; } = TimeSpan.FromSeconds(0.5);

    /// <summary>From the last step to the end: the image is written.</summary>
    public static TimeSpan Finish { get; } = TimeSpan.FromSeconds(0.5);

    public static TimeSpan Of(PlannedStep step) => step.Keyword switch
    {
        "RUN" when Compilers().IsMatch(step.Text) => _compile,
        "RUN" when Installers().IsMatch(step.Text) => _install,
        "RUN" => _run,
        "COPY" or "ADD" => _copy,
        "WORKDIR" => _small,
        _ => TimeSpan.Zero,
    };

    [GeneratedRegex(@"\b(cargo\s+(\+\S+\s+)?(build|install|test|chef\s+cook)|go\s+(build|install)|mvnw?\b|gradlew?\b|make\b|ninja\b|cmake\b|bazel\s+build|dotnet\s+(build|publish)|tsc\b|(npm|pnpm|yarn|bun)\s+(run\s+)?build)")]
    private static partial Regex Compilers();

    [GeneratedRegex(@"\b(apt(-get)?\s+.*install|apk\s+add|dnf\b|yum\b|zypper\b|pip3?\s+install|uv\s+(sync|pip)|poetry\s+install|(npm|pnpm|yarn|bun)\b|cargo\s+fetch|go\s+mod\s+download|dotnet\s+restore|bundle\s+install|composer\s+install)")]
    private static partial Regex Installers();
}
