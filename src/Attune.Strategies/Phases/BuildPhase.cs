using Attune.Builds.Running;
using Attune.Projects;

namespace Attune.Strategies.Phases;

/// <summary>Services that are built beside each other; the next phase begins when all of them are built.</summary>
/// <param name="Plan">The services.</param>
public sealed record BuildPhase(BuildPlan Plan)
{
    /// <summary>How many solves are under way at once, at most; null leaves it to the user and the engine.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>What a user should know before it begins; null when there is nothing.</summary>
    public string? Announcement { get; init; }

    /// <summary>What becomes of what is built.</summary>
    public ImagePolicy Images { get; init; }
}
