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
    /// <summary>The page's path.</summary>
    public string Page { get; } = settings.Output.File is { } file
        ? Path.GetFullPath(file, host.CurrentDirectory)
        : Path.Combine(settings.RootDirectory, settings.Project.Directory is null ? "docs" : Path.Combine(".nuke", "temp", "benchmark-result"), "performance.md");

    public void Write(BenchmarkResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Page)!);
        var chart = Path.ChangeExtension(Page, ".svg");
        var text = PerformancePage.Render(result, Path.GetFileName(chart), Command(result));
        File.WriteAllText(Path.ChangeExtension(Page, ".json"), BenchmarkJson.Render(result));
        File.WriteAllText(chart, PerformanceChart.Render(result));
        File.WriteAllText(Page, File.Exists(Page) ? PerformancePage.Keep(File.ReadAllText(Page), text) : text);
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
        var scenarios = settings.Benchmark.Scenarios is [] ? "" : $" --scenarios {string.Join(',', settings.Benchmark.Scenarios)}";
        return $"./build.sh Benchmark{runs}{compare}{scenarios}" + (settings.Project.Services is [] ? "" : $" --services {string.Join(',', settings.Project.Services)}");
    }
}
