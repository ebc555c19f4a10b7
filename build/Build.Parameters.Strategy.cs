partial class Build
{
    [Parameter("How BuildAll builds: Parallel, WarmThenParallel, WarmFetchThenParallel, Sequential, NoParallel, Unlocked, Locked or CompileOnce")] readonly BuildStrategy Strategy = BuildStrategy.Parallel;
    [Parameter("How CacheWarm fills the caches: Service builds the warm service, Fetch only fetches, into every cache")] readonly WarmKind Warm = WarmKind.Service;
}
