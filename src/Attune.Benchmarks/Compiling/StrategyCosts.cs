namespace Attune.Benchmarks.Compiling;

/// <summary>What a build takes besides compiling, in seconds; all with the base images there.</summary>
/// <param name="Start">From the command to the first step.</param>
/// <param name="Step">Of a step that runs cargo: its container, its sources, the crates' unpacking and what is copied out of it.</param>
/// <param name="Image">From the end of a service's step to its image.</param>
/// <param name="Turn">From one step's end until the next one has the cache that both want.</param>
public sealed record StrategyCosts(double Start, double Step, double Image, double Turn)
{
    /// <summary>
    /// Of this repository's services: estimates, good to a second. A build with nothing to do ends in about one, unpacking the crates takes about two,
    /// a step that waits looks for its cache every 100 ms.
    /// </summary>
    public static StrategyCosts Estimated { get; } = new(1, 2.5, 1, 0.2);
}
