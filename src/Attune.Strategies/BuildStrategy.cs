namespace Attune.Strategies;

/// <summary>How the services of a project are built: what runs beside what, and how their caches are shared.</summary>
public enum BuildStrategy
{
    /// <summary>All beside each other, with the cache mounts as the Dockerfiles have them. The default.</summary>
    Parallel,

    /// <summary>The warm service first, then all beside each other.</summary>
    WarmThenParallel,

    /// <summary>Steps that only fetch first, into every cache of the project, then all beside each other.</summary>
    WarmFetchThenParallel,

    /// <summary>A run for each service, one after the other in compose order; the first failure ends them.</summary>
    Sequential,

    /// <summary>One run of all services, with one solve at a time in compose order.</summary>
    NoParallel,

    /// <summary>All beside each other, with every cache mount shared: what isn't guarded by the tools themselves races.</summary>
    Unlocked,

    /// <summary>All beside each other, with every cache mount locked.</summary>
    Locked,

    /// <summary>All beside each other, from the Dockerfile that compiles them in one step.</summary>
    CompileOnce,
}
