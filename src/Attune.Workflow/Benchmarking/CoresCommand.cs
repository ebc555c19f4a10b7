using System.Globalization;
using Attune.Benchmarks.Compiling;
using Attune.Source;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Benchmarking;

/// <summary>Says from a measured crate graph what a first build takes by each strategy on other numbers of cores.</summary>
internal sealed class CoresCommand(WorkflowSettings settings, WorkflowHost host, ReportOutput output)
{
    private readonly string _measured = Path.Combine(settings.RootDirectory, "docs", "performance");

    public WorkSummary Run()
    {
        var graph = CargoTimings.Read(Text(settings.Benchmark.Timings, "timings.js"), Text(settings.Benchmark.UnitGraph, "unit-graph.json"));
        var simulation = new StrategySimulation(graph, settings.Benchmark.SharedCrate, StrategyCosts.Estimated);
        output.Write(CoreTable.Render(settings.Benchmark.ScaleTo is > 0 and var seconds ? simulation.ScaledTo(seconds) : simulation));
        return WorkSummary.Of(("Crates", $"{graph.Units.Length}"), ("Work", string.Create(CultureInfo.InvariantCulture, $"{graph.Work:0} s of one core")));
    }

    private string Text(string? path, string own)
    {
        var full = path is null ? Path.Combine(_measured, own) : Path.GetFullPath(path, host.CurrentDirectory);
        return host.Files.FileExists(full) ? host.Files.ReadText(full) : throw new UserErrorException($"There is no {full}", "docs/performance.md says how to make it.", FaultKind.Usage);
    }
}
