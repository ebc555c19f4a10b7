namespace Attune.Benchmarks.Compiling;

/// <summary>
/// Plays one run of cargo through: a unit starts when a core is free and what it needs is there, of a library's libraries only the metadata
/// (cargo calls that pipelining). Each running unit has a core; those that are left help with code generation.
/// </summary>
internal sealed class CargoRun
{
    // rustc splits a crate into at most this many parts for code generation.
    private const int Parts = 16;

    private readonly CrateGraph _graph;
    private readonly int _cores;
    private readonly List<UnitRun> _waiting;
    private readonly List<UnitRun> _running = [];
    private readonly HashSet<int> _hasMetadata;
    private readonly HashSet<int> _done;

    private CargoRun(CrateGraph graph, IReadOnlySet<int> toDo, int cores)
    {
        (_graph, _cores) = (graph, cores);
        // What isn't to do is there.
        _done = [.. Enumerable.Range(0, graph.Units.Length).Where(i => !toDo.Contains(i))];
        _hasMetadata = [.. _done];
        var weights = Weights(graph, toDo);
        _waiting = [.. toDo.OrderByDescending(i => weights[i]).ThenBy(i => i).Select(i => new UnitRun(i, graph.Units[i]))];
    }

    /// <summary>Seconds that it takes.</summary>
    /// <param name="graph">The workspace.</param>
    /// <param name="toDo">What there is to compile; the rest is there from an earlier run.</param>
    /// <param name="cores">How many cores.</param>
    public static double Seconds(CrateGraph graph, IReadOnlySet<int> toDo, int cores) => new CargoRun(graph, toDo, cores).Play();

    private double Play()
    {
        var now = 0.0;
        for (Start(); _running.Count > 0; Start())
        {
            Share();
            var step = _running.Min(r => r.UntilNext);
            now += step;
            foreach (var run in _running)
                run.Work(step);
            foreach (var run in _running.Where(r => r.HasMetadata && r.Unit.Kind == UnitKind.Library))
                _hasMetadata.Add(run.Index);
            foreach (var run in _running.Where(r => r.IsDone))
                _done.Add(run.Index);
            _running.RemoveAll(r => r.IsDone);
        }

        return _waiting.Count == 0 ? now : throw new InvalidOperationException($"Nothing can start, but {_waiting[0].Unit.Name} is not done");
    }

    private void Start()
    {
        while (_running.Count < _cores && _waiting.Find(IsReady) is { } next)
        {
            _waiting.Remove(next);
            _running.Add(next);
        }
    }

    private bool IsReady(UnitRun run) => run.Unit.Links
        ? _graph.Closure(run.Index).All(i => i == run.Index || _done.Contains(i))
        : run.Unit.Needs.All(need => _done.Contains(need) || (_graph.Units[need].Kind == UnitKind.Library && _hasMetadata.Contains(need)));

    private void Share()
    {
        var generating = _running.Where(r => r.HasMetadata).ToList();
        foreach (var run in _running)
            run.Rate = 1;
        if (generating.Count > 0)
            foreach (var run in generating)
                run.Rate = Math.Min(Parts, 1 + ((_cores - _running.Count) / (double)generating.Count));
    }

    // cargo starts first what most of the rest hangs on.
    private static double[] Weights(CrateGraph graph, IReadOnlySet<int> toDo)
    {
        var weights = new double[graph.Units.Length];
        foreach (var unit in toDo)
            foreach (var need in graph.Closure(unit))
                weights[need] += graph.Units[unit].Front + graph.Units[unit].Back;
        return weights;
    }
}
