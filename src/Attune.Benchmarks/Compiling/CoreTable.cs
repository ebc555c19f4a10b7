using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Attune.Strategies;

namespace Attune.Benchmarks.Compiling;

/// <summary>What a first build would take on other numbers of cores, as a Markdown table.</summary>
public static class CoreTable
{
    /// <summary>The numbers of cores.</summary>
    public static ImmutableArray<int> Cores { get; } = [2, 4, 8, 16, 32];

    /// <summary>The text.</summary>
    public static string Render(StrategySimulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var text = new StringBuilder("| strategy |").AppendJoin("", Cores.Select(c => $" {c.ToString(CultureInfo.InvariantCulture)} cores |"));
        text.Append("\n|---|").AppendJoin("", Cores.Select(_ => "---|")).Append('\n');
        foreach (var strategy in StrategySimulation.Strategies)
            text.Append(CultureInfo.InvariantCulture, $"| `{strategy}` |")
                .AppendJoin("", Cores.Select(c => string.Create(CultureInfo.InvariantCulture, $" {simulation.Seconds(strategy, c):0.0} |"))).Append('\n');
        text.Append("| `CompileOnce` of `WarmThenParallel` |").AppendJoin("", Cores.Select(c => string.Create(
            CultureInfo.InvariantCulture, $" {simulation.Seconds(BuildStrategy.CompileOnce, c) / simulation.Seconds(BuildStrategy.WarmThenParallel, c):0.00} |"))).Append('\n');
        return text.ToString();
    }
}
