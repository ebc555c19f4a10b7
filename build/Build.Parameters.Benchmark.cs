partial class Build
{
    [Parameter("How often Benchmark repeats the whole comparison")] readonly int Runs = 1;
    [Parameter("What Benchmark compares: unlocked, recovering, locked, warm, warm-fetch, sequential, compile-once, compose, bake - Default is all that are there", Separator = ",")] readonly string[] Compare = Array.Empty<string>();

    BenchmarkSettings BenchmarkSettings => new() { Runs = Runs, Compare = Compare };
}
