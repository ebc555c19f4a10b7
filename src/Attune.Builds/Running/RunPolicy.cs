namespace Attune.Builds.Running;

/// <summary>What the other services do when one fails.</summary>
public enum FailurePolicy
{
    /// <summary>They go on; the result says which one failed. The default.</summary>
    Continue,

    /// <summary>They are cancelled, and those not started are not run.</summary>
    FailFast,
}

/// <summary>How services are run beside each other.</summary>
/// <param name="MaxParallel">How many solves are under way at once, at most; 1 or more.</param>
/// <param name="OnFailure">What the others do when one fails.</param>
public sealed record RunPolicy(int MaxParallel, FailurePolicy OnFailure)
{
    /// <summary>Which service starts next.</summary>
    public IBuildOrder Order { get; init; } = ComposeOrder.Instance;
}
