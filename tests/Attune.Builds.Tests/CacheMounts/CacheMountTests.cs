using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>
/// Nothing else may build meanwhile: BuildKit's <c>no-cache</c>, which some tests use, splits the cache mounts of all builds under way.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CacheMountTests : ICollectionFixture<BuildFixture>
{
    public const string Name = "Cache mounts";
}
