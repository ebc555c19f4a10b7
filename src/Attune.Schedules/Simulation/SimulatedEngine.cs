namespace Attune.Schedules.Simulation;

/// <summary>What of an engine decides how long a build takes.</summary>
/// <param name="MaxParallel">How many solves are under way at once.</param>
/// <param name="Slowdown">How much each further working step slows a step down: 0 not at all, 1 by its whole time.</param>
public sealed record SimulatedEngine(int MaxParallel, double Slowdown)
{
    /// <summary>How often a step that waits looks whether the cache is free (buildkit: solver/llbsolver/mounts/mount.go).</summary>
    public static TimeSpan Poll { get; } = TimeSpan.FromMilliseconds(100);
}
