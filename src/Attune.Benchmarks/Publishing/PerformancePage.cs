using System.Globalization;
using System.Text;
using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Results;

namespace Attune.Benchmarks.Publishing;

/// <summary>A benchmark's result as a page for people, in Markdown.</summary>
public static class PerformancePage
{
    /// <summary>The text.</summary>
    /// <param name="result">What was measured.</param>
    /// <param name="chart">The chart's file name.</param>
    /// <param name="command">What to type for the same measurement.</param>
    public static string Render(BenchmarkResult result, string chart, string command)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder("# Performance\n\n");
        AddSetting(text, result, command);
        AddTable(text, result);
        text.Append(CultureInfo.InvariantCulture, $"\n![First builds]({chart})\n");
        AddFailures(text, result);
        text.Append(Method).Append(CultureInfo.InvariantCulture, $"\n{End}\n");
        return text.ToString();
    }

    /// <summary>The new text, and of the old page what people wrote below <see cref="End"/>.</summary>
    public static string Keep(string page, string text)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(text);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return end < 0 ? text : string.Concat(text.AsSpan(0, text.IndexOf(End, StringComparison.Ordinal)), page.AsSpan(end));
    }

    private const string End = "<!-- The Benchmark target writes what is above this line, and keeps what is below it. -->";

    private const string Method = """

        ## How it is measured
        Every contender is a program of its own, timed from its start to its end; this build's start script is included. In each round every contender
        has a fresh copy of the project, whose cache mounts and steps carry a mark of their own: a first build finds neither a cached step nor a filled
        cache, and nobody else's caches are touched. All contenders do one thing before any does the next; the order differs from round to round. A run
        in which a service failed counts with the time until it ended. Base images, and the files that are copied into them, are on the engine before.

        """;

    private static void AddSetting(StringBuilder text, BenchmarkResult result, string command)
    {
        var setting = result.Setting;
        text.Append(CultureInfo.InvariantCulture, $"{result.Services} services, {setting.Rounds} round{(setting.Rounds == 1 ? "" : "s")}, {setting.At:yyyy-MM-dd}: `{command}`\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Machine: {setting.Machine}\n- Engine: {setting.Engine}\n");
        foreach (var peer in setting.Peers)
            text.Append(CultureInfo.InvariantCulture, $"- {peer.Key}: {peer.Value}\n");
        if (setting.Packages is { } packages)
            text.Append(CultureInfo.InvariantCulture, $"- Packages: {packages}\n");
        text.Append('\n');
    }

    private static void AddTable(StringBuilder text, BenchmarkResult result)
    {
        var hasBaseline = result.Contenders.Any(c => c.Name == Contender.Baseline);
        text.Append("Seconds: median (shortest–longest).\n\n");
        text.Append("| strategy | first build | ").Append(hasBaseline ? "of warm + build | " : "").Append("nothing changed | one service changed | shared crate changed | builds failed |\n");
        text.Append("|---|---|").Append(hasBaseline ? "---|" : "").Append("---|---|---|---|\n");
        foreach (var contender in result.Contenders)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {contender.Title} | {Cell(Scenario.FirstBuild)} | ");
            if (hasBaseline)
                text.Append(result.Ratio(contender.Name, Contender.Baseline, Scenario.FirstBuild) is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} | ") : " | ");
            var (failed, builds) = result.Failures(contender.Name);
            text.Append(CultureInfo.InvariantCulture, $"{Cell(Scenario.NoChange)} | {Cell(Scenario.ServiceChange)} | {Cell(Scenario.SharedChange)} | {failed} of {builds} |\n");

            string Cell(Scenario scenario) => result.Times(contender.Name, scenario) is { } times ? Format(times) : "";
        }
    }

    private static void AddFailures(StringBuilder text, BenchmarkResult result)
    {
        foreach (var contender in result.Contenders)
            if (result.FirstFailure(contender.Name) is { } failure)
                text.Append(CultureInfo.InvariantCulture, $"\nThe first failure of *{contender.Title}* ends with\n\n```\n{failure.Error}\n```\n");
    }

    private static string Format(Spread times)
    {
        var digits = times.Median < 10 ? "0.00" : "0.0";
        var median = times.Median.ToString(digits, CultureInfo.InvariantCulture);
        return times.Count == 1
            ? median
            : string.Create(CultureInfo.InvariantCulture, $"{median} ({times.Least.ToString(digits, CultureInfo.InvariantCulture)}–{times.Most.ToString(digits, CultureInfo.InvariantCulture)})");
    }
}
