partial class Build
{
    [Parameter("How often Benchmark repeats the whole comparison")] readonly int Runs = 1;
    [Parameter("What Benchmark compares: unlocked, recovering, locked, warm, warm-fetch, sequential, compile-once, compose, bake - Default is all that are there", Separator = ",")] readonly string[] Compare = Array.Empty<string>();
    [Parameter("What Benchmark builds after the first build: no-change, service-change, shared-change - Default is all", Separator = ",")] readonly string[] Scenarios = Array.Empty<string>();
    [Parameter("The page of cargo build -j1 --timings that SimulateCores reads - Default is docs/performance/timings.js")] readonly string Timings = null!;
    [Parameter("The output of cargo build --unit-graph that SimulateCores reads - Default is docs/performance/unit-graph.json")] readonly string UnitGraph = null!;
    [Parameter("Seconds that CompileOnce takes on two cores; SimulateCores scales the timings to it, since a busy machine measures them too long")] readonly int ScaleTo;
    [Parameter("The crate that the build of every service compiles again, for SimulateCores")] readonly string SharedCrate = "attune-common";

    BenchmarkSettings BenchmarkSettings => new() { Runs = Runs, Compare = Compare, Scenarios = Scenarios, Timings = Timings, UnitGraph = UnitGraph, SharedCrate = SharedCrate, ScaleTo = ScaleTo };
}
