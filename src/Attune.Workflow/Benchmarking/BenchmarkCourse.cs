using System.Collections.Immutable;
using Attune.Benchmarks.Comparing;
using Attune.Source;

namespace Attune.Workflow.Benchmarking;

/// <summary>Who takes part in a benchmark, and in what.</summary>
internal sealed record BenchmarkCourse(ImmutableArray<Contender> Contenders, ImmutableArray<Scenario> Scenarios)
{
    /// <summary>The scenarios that the user wants.</summary>
    /// <param name="names">In words like <c>no-change</c>; empty takes all.</param>
    /// <exception cref="UserErrorException">There is no such scenario.</exception>
    public static ImmutableArray<Scenario> ScenariosOf(IReadOnlyList<string> names) =>
        names.Count == 0 ? [.. Enum.GetValues<Scenario>()] : [.. names.Select(Find)];

    /// <summary>Whether a scenario is measured. The first build is, always: the others need what it leaves.</summary>
    public bool Includes(Scenario scenario) => scenario == Scenario.FirstBuild || Scenarios.Contains(scenario);

    private static Scenario Find(string name) => Enum.GetValues<Scenario>().Where(s => NameOf(s) == name).Select(s => (Scenario?)s).FirstOrDefault() ??
        throw new UserErrorException($"There is no scenario '{name}'", $"--scenarios knows: {string.Join(", ", Enum.GetValues<Scenario>().Select(NameOf))}", FaultKind.Usage);

    private static string NameOf(Scenario scenario) => scenario switch
    {
        Scenario.FirstBuild => "first-build",
        Scenario.NoChange => "no-change",
        Scenario.ServiceChange => "service-change",
        _ => "shared-change",
    };
}
