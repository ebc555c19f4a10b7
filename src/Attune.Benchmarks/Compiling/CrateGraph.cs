using System.Collections.Immutable;

namespace Attune.Benchmarks.Compiling;

/// <summary>What cargo compiles for a workspace, and what each part of it takes.</summary>
/// <param name="Units">All of it; a unit's needs come before or after it.</param>
public sealed record CrateGraph(ImmutableArray<CompileUnit> Units)
{
    /// <summary>The services, in order.</summary>
    public IEnumerable<int> Binaries => Enumerable.Range(0, Units.Length).Where(i => Units[i].Kind == UnitKind.Binary);

    /// <summary>Seconds of one core for all of it.</summary>
    public double Work => Units.Sum(u => u.Front + u.Back);

    /// <summary>The same on a machine that takes so many times as long.</summary>
    public CrateGraph Times(double factor) => new([.. Units.Select(u => u with { Front = u.Front * factor, Back = u.Back * factor })]);

    /// <summary>A unit with all that it is made from.</summary>
    public ImmutableHashSet<int> Closure(int unit)
    {
        var found = ImmutableHashSet.CreateBuilder<int>();
        var open = new Stack<int>([unit]);
        while (open.TryPop(out var next))
            if (found.Add(next))
                foreach (var need in Units[next].Needs)
                    open.Push(need);
        return found.ToImmutable();
    }
}
