using System.Globalization;
using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Publishing;
using Attune.Benchmarks.Results;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Benchmarking;

/// <summary>Where a benchmark's result goes: a page, a chart and JSON, side by side; in <c>docs</c> when the project is this one.</summary>
internal sealed class Publication(WorkflowSettings settings, WorkflowHost host)
{
    private readonly string _page = settings.Output.File is { } file
        ? Path.GetFullPath(file, host.CurrentDirectory)
        : Path.Combine(settings.RootDirectory, settings.Project.Directory is null ? "docs" : Path.Combine(".nuke", "temp", "benchmark-result"), "performance.md");

    public void Write(BenchmarkResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_page)!);
        var chart = Path.ChangeExtension(_page, ".svg");
        File.WriteAllText(Path.ChangeExtension(_page, ".json"), BenchmarkJson.Render(result));
        File.WriteAllText(chart, PerformanceChart.Render(result));
        File.WriteAllText(_page, PerformancePage.Render(result, Path.GetFileName(chart), Command(result)));
        host.Console.Announce($"Wrote {_page}, with a chart and JSON beside it");
    }

    public static WorkSummary Summary(BenchmarkResult result) => WorkSummary.Of(
        from contender in result.Contenders
        let times = result.Times(contender.Name, Scenario.FirstBuild)
        where times is not null
        select (contender.Name, string.Create(CultureInfo.InvariantCulture, $"{times.Value.Median:0.0} s")));

    private string Command(BenchmarkResult result)
    {
        var runs = result.Setting.Rounds == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" --runs {result.Setting.Rounds}");
        var compare = settings.Benchmark.Compare is [] ? "" : $" --compare {string.Join(',', settings.Benchmark.Compare)}";
        return $"./build.sh Benchmark{runs}{compare}" + (settings.Project.Services is [] ? "" : $" --services {string.Join(',', settings.Project.Services)}");
    }
}
