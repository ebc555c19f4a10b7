using Attune.Dockerfiles.Mounts;

namespace Attune.Hazards.Facts;

/// <summary>A directory that the engine keeps: mounts that agree here have the same one, as long as their sharing modes don't fork it.</summary>
/// <param name="EngineId">The id that the engine knows the cache by.</param>
/// <param name="Fork">What else selects it.</param>
internal sealed record EngineDirectory(string EngineId, ForkKey Fork)
{
    public static EngineDirectory Of(CacheMount mount) => new(mount.EngineId, ForkKey.Of(mount));
}
