using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Attune.Benchmarks.Results;
using Attune.Benchmarks.Scratch;
using Attune.Engines.Processes;

namespace Attune.Benchmarks.Comparing;

/// <summary>
/// One round: every contender has its own copy of the project, and all do the first build before any does the next thing, so that whatever else
/// the machine is at meets them all.
/// </summary>
/// <param name="programs">Runs the contenders.</param>
/// <param name="commands">How they are started.</param>
/// <param name="clock">The clock.</param>
public sealed partial class Comparison(IProcessRunner programs, CommandLines commands, TimeProvider clock)
{
    private const int ErrorLines = 20;

    /// <summary>Builds once and measures it.</summary>
    /// <param name="contender">By whom.</param>
    /// <param name="project">Its copy of the project.</param>
    /// <param name="scenario">What there is to do.</param>
    /// <param name="round">In which round.</param>
    /// <param name="cancellationToken">Ends the program and what it started.</param>
    /// <exception cref="Source.UserErrorException">The program isn't there.</exception>
    public async Task<Sample> MeasureAsync(Contender contender, ScratchProject project, Scenario scenario, int round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contender);
        ArgumentNullException.ThrowIfNull(project);
        var call = commands.Of(contender, project.Directory);
        var begun = clock.GetTimestamp();
        var result = await programs.RunAsync(call, cancellationToken);
        var sample = new Sample(contender.Name, scenario, round, clock.GetElapsedTime(begun).TotalSeconds);
        return result.ExitCode == 0 ? sample : sample with { Failures = FailuresIn(result.Output, project.Images.Length), Error = FailureExcerpt.Of(result, ErrorLines) };
    }

    /// <summary>The contenders in an order that differs from round to round, so that none always comes first.</summary>
    public static ImmutableArray<Contender> Order(ImmutableArray<Contender> contenders, int round) =>
        [.. contenders.Skip((round - 1) % contenders.Length), .. contenders.Take((round - 1) % contenders.Length)];

    // A peer that fails cancels the builds that still run, and builds none of the images.
    private static int FailuresIn(string output, int services) =>
        FailedServices().Match(output) is { Success: true } match ? int.Parse(match.Groups["failed"].ValueSpan, CultureInfo.InvariantCulture) : services;

    [GeneratedRegex(@"(?<failed>\d+) of \d+ services failed", RegexOptions.ExplicitCapture)]
    private static partial Regex FailedServices();
}
