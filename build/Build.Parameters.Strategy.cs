partial class Build
{
    [Parameter("How BuildAll builds: Parallel, WarmThenParallel, Sequential, NoParallel, Unlocked, Locked or CompileOnce")] readonly BuildStrategy Strategy = BuildStrategy.Parallel;
}
