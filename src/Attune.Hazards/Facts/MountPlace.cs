using System.Collections.Immutable;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;

namespace Attune.Hazards.Facts;

/// <summary>A cache mount as it is written, with every use that it stands for: one a service, platform and stage that runs it.</summary>
internal sealed class MountPlace(ImmutableArray<PlacedUse> uses)
{
    public ImmutableArray<PlacedUse> Uses { get; } = uses;

    public PlacedUse First => Uses[0];

    public CacheMount Mount => First.Mount;

    public ServicePlan Service => First.Step.Build.Service;

    public DockerfileDocument Document => First.Step.Build.Resolved.Document;
}

/// <summary>A use of a cache at a place.</summary>
internal sealed record PlacedUse(CacheFacts Cache, CacheUse Use, StepOccurrence Step, CacheMount Mount);
