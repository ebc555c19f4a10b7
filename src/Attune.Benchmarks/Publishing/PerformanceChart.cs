using System.Globalization;
using System.Security;
using System.Text;
using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Results;

namespace Attune.Benchmarks.Publishing;

/// <summary>First builds as bars: the median, with a line from the shortest to the longest; red where services failed. SVG without a script or a font of its own.</summary>
public static class PerformanceChart
{
    private const int Width = 860;
    private const int Left = 320;
    private const int Right = 130;
    private const int Top = 58;
    private const int Row = 34;
    private const int Bar = 20;

    /// <summary>The text.</summary>
    public static string Render(BenchmarkResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<(Contender Contender, Spread Times)> rows =
            [.. result.Contenders.Select(c => (c, result.Times(c.Name, Scenario.FirstBuild))).Where(r => r.Item2 is not null).Select(r => (r.c, r.Item2!.Value))];
        var height = Top + (rows.Count * Row) + 16;
        var longest = rows.Select(r => r.Times.Most).DefaultIfEmpty(1).Max();
        var text = new StringBuilder();
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Add($"<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        Add($"<text x=\"16\" y=\"24\" font-size=\"16\" font-weight=\"bold\" fill=\"#1b1f24\">First build of {result.Services} services, seconds</text>");
        Add($"<text x=\"16\" y=\"43\" fill=\"#57606a\">{Escape(result.Setting.Machine)}; engine {Escape(result.Setting.Engine)}</text>");
        for (var i = 0; i < rows.Count; i++)
            AddRow(rows[i].Contender, rows[i].Times, Top + (i * Row));
        Add($"</svg>");
        return text.ToString();

        void AddRow(Contender contender, Spread times, int y)
        {
            var (failed, builds) = FirstBuildFailures(result, contender.Name);
            var (end, middle) = (Left + Scale(times.Median), y + (Bar / 2));
            var color = failed > 0 ? "#cf222e" : contender.Name == "compile-once" ? "#1a7f37" : "#57799d";
            Add($"<text x=\"{Left - 10}\" y=\"{middle + 4}\" text-anchor=\"end\" fill=\"#1b1f24\">{Escape(contender.Title)}</text>");
            Add($"<rect x=\"{Left}\" y=\"{y}\" width=\"{Scale(times.Median):0.0}\" height=\"{Bar}\" rx=\"2\" fill=\"{color}\"/>");
            if (times.Count > 1)
                Add($"<path d=\"M{Left + Scale(times.Least):0.0} {middle}H{Left + Scale(times.Most):0.0}\" stroke=\"#1b1f24\" stroke-width=\"1.5\"/>");
            var note = failed > 0 ? string.Create(CultureInfo.InvariantCulture, $"{times.Median:0}, {failed} of {builds} failed") : times.Median.ToString("0", CultureInfo.InvariantCulture);
            Add($"<text x=\"{Math.Max(end, Left + Scale(times.Most)) + 8:0.0}\" y=\"{middle + 4}\" fill=\"{(failed > 0 ? "#cf222e" : "#1b1f24")}\">{note}</text>");
        }

        double Scale(double seconds) => seconds / longest * (Width - Left - Right);

        void Add(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static (int Failed, int Builds) FirstBuildFailures(BenchmarkResult result, string contender)
    {
        List<Sample> runs = [.. result.Samples.Where(s => s.Contender == contender && s.Scenario == Scenario.FirstBuild)];
        return (runs.Sum(r => r.Failures), runs.Count * result.Services);
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
