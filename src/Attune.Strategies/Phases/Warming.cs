namespace Attune.Strategies.Phases;

/// <summary>How caches are filled before services are built beside each other.</summary>
public enum WarmKind
{
    /// <summary>By building one service.</summary>
    Service,

    /// <summary>By steps that only fetch, into every cache of the project.</summary>
    Fetch,
}

/// <summary>What fills the caches.</summary>
/// <param name="Kind">How.</param>
/// <param name="Service">The service that is built for it.</param>
/// <param name="Mark">What makes fetching steps new ones, so that they run: letters and digits.</param>
public sealed record Warming(WarmKind Kind, string Service, string Mark);
