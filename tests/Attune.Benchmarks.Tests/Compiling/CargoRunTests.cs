using Attune.Benchmarks.Compiling;
using FsCheck;
using FsCheck.Xunit;

namespace Attune.Benchmarks.Tests.Compiling;

public sealed class CargoRunTests
{
    [Fact]
    public void A_library_waits_for_metadata_only()
    {
        var graph = new CrateGraph([Unit(UnitKind.Library, 1, 3), Unit(UnitKind.Library, 1, 0, 0)]);
        // A second for each front; of the first one's code a third is done beside the other's, the rest by both cores.
        Assert.Equal(3, Seconds(graph, 2), 6);
        Assert.Equal(5, Seconds(graph, 1), 6);
    }

    [Fact]
    public void A_service_waits_for_all_that_is_linked_into_it()
    {
        var graph = new CrateGraph([Unit(UnitKind.Library, 1, 3), Unit(UnitKind.Library, 0.5, 0, 0), Unit(UnitKind.Binary, 1, 0, 1)]);
        // With the second library done, the other core helps with the first one's code.
        Assert.Equal(1 + 0.5 + (2.5 / 2) + 1, Seconds(graph, 2), 6);
    }

    [Fact]
    public void Macros_are_whole_before_they_are_used()
    {
        var graph = new CrateGraph([Unit(UnitKind.Macro, 2, 0), Unit(UnitKind.Library, 1, 0, 0)]);
        Assert.Equal(3, Seconds(graph, 8), 6);
    }

    [Fact]
    public void What_is_there_is_not_compiled_again()
    {
        var graph = new CrateGraph([Unit(UnitKind.Library, 5, 5), Unit(UnitKind.Binary, 1, 0, 0)]);
        Assert.Equal(1, CargoRun.Seconds(graph, new HashSet<int> { 1 }, 2), 6);
    }

    [Property]
    public void One_core_takes_the_sum_and_no_number_of_cores_takes_less_than_its_share(NonEmptyArray<(byte Kind, byte Front, byte Back, byte Needs)> units, PositiveInt cores)
    {
        // A unit is made from some of the eight before it.
        var graph = new CrateGraph([.. units.Get.Select((unit, i) => Unit(
            (UnitKind)(unit.Kind % 5), unit.Front + 1, unit.Back, [.. Enumerable.Range(1, Math.Min(i, 8)).Where(back => ((unit.Needs >> (back - 1)) & 1) == 1).Select(back => i - back)]))]);
        Assert.Equal(graph.Work, Seconds(graph, 1), 6);
        Assert.InRange(Seconds(graph, cores.Get), (graph.Work / cores.Get) - 1e-6, graph.Work + 1e-6);
    }

    private static double Seconds(CrateGraph graph, int cores) => CargoRun.Seconds(graph, Enumerable.Range(0, graph.Units.Length).ToHashSet(), cores);

    private static CompileUnit Unit(UnitKind kind, double front, double back, params int[] needs) => new("unit", kind, front, back, [.. needs]);
}
