using System.Collections.Immutable;
using Attune.Projects;

namespace Attune.RaceLab.Contenders;

/// <summary>A way of building several services beside each other that is put to the test.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it does, in a few words.</param>
/// <param name="Plan">The services with some build arguments more.</param>
public sealed record Contender(string Name, string Description, Func<ImmutableDictionary<string, string>, BuildPlan> Plan)
{
    /// <summary>The service that is built before the others, alone; null starts all at once.</summary>
    public string? First { get; init; }
}
