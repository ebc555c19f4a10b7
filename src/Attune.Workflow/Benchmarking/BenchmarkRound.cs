using System.Collections.Immutable;
using System.Globalization;
using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Results;
using Attune.Benchmarks.Scratch;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Benchmarking;

/// <summary>One round of a benchmark; nothing of it stays on the engine or the disk, however it ends.</summary>
internal sealed class BenchmarkRound(BenchmarkSubject subject, Comparison comparison, WorkflowHost host, string directory)
{
    // Cleaning up must not hang on an engine that was lost, nor on one build that it doesn't end.
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    private static readonly ImmutableDictionary<Scenario, int> _repeats = ImmutableDictionary<Scenario, int>.Empty
        .Add(Scenario.FirstBuild, 1).Add(Scenario.NoChange, 3).Add(Scenario.ServiceChange, 2).Add(Scenario.SharedChange, 1);

    public async Task RunAsync(BenchmarkCourse course, int round, Action<Sample> measured, CancellationToken cancellationToken)
    {
        var leftovers = new Leftovers(subject.Engine, host.Time);
        var projects = new Dictionary<string, ScratchProject>();
        var run = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);
        try
        {
            foreach (var contender in course.Contenders)
                projects[contender.Name] = subject.Copy(Path.Combine(directory, contender.Name), string.Create(CultureInfo.InvariantCulture, $"bench{run}r{round}n{projects.Count}"));
            foreach (var (scenario, repeats) in _repeats.Where(r => course.Includes(r.Key)).OrderBy(r => r.Key))
                for (var i = 0; i < repeats && Change(scenario, projects.Values); i++)
                    foreach (var contender in Comparison.Order(course.Contenders, round))
                    {
                        await leftovers.RememberAsync(projects[contender.Name], cancellationToken);
                        measured(await comparison.MeasureAsync(contender, projects[contender.Name], scenario, round, cancellationToken));
                    }
        }
        finally
        {
            await RemoveAsync(leftovers, projects.Values);
        }
    }

    // False when the project doesn't say what to change.
    private bool Change(Scenario scenario, IEnumerable<ScratchProject> projects)
    {
        if (scenario is Scenario.FirstBuild or Scenario.NoChange)
            return true;
        if (ProjectChanges.Of(subject.Plan.Project, scenario) is not { } change)
        {
            host.Console.Announce($"{scenario} is left out: x-attune.benchmark in the compose file doesn't say what to change");
            return false;
        }

        foreach (var project in projects)
            project.Make(change, subject.Plan);
        return true;
    }

    private async Task RemoveAsync(Leftovers leftovers, IReadOnlyCollection<ScratchProject> projects)
    {
        using var limit = new CancellationTokenSource(_limit, host.Time);
        try
        {
            foreach (var left in await leftovers.RemoveAsync(projects, _patience, limit.Token))
                host.Console.Announce($"What the benchmark couldn't remove from the engine: {left}");
        }
        finally
        {
            foreach (var project in projects)
                project.Dispose();
        }
    }
}
