using Attune.Builds.Events;
using Attune.Projects;

namespace Attune.Fleets;

/// <summary>One of several engines that build a project together.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Plan">The project as this engine builds it: platform and base images may differ from the others'.</param>
/// <param name="Build">Builds some of the plan's services.</param>
public sealed record FleetMember(string Name, BuildPlan Plan, MemberBuild Build)
{
    /// <summary>How many services it builds at once.</summary>
    public required int MaxParallel { get; init; }
}

/// <summary>Builds services on one engine, and tells the sink as if there was no other engine.</summary>
public delegate Task<BuildResult> MemberBuild(BuildPlan plan, IBuildSink sink, CancellationToken cancellationToken);
