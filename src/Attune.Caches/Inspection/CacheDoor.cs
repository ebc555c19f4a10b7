using System.Collections.Immutable;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;
using Attune.Source;

namespace Attune.Caches.Inspection;

/// <summary>A way into a cache: an image with a shell, and a mount of the whole cache.</summary>
/// <param name="Cache">The cache.</param>
/// <param name="Image">The image.</param>
/// <param name="Mount">The mount.</param>
/// <param name="Expansion">How the engine's frontend treats variables in it.</param>
internal sealed record CacheDoor(ProjectCache Cache, string Image, CacheMount Mount, MountExpansion Expansion)
{
    /// <summary>The ways into a cache; the images are those that the project's own steps start from.</summary>
    public static ImmutableArray<CacheDoor> Of(BuildPlan plan, ProjectCache cache)
    {
        var doors =
            from service in plan.Services
            from mount in service.CacheMounts
            where mount.EngineId == cache.EngineId && CacheFork.Of(mount) == cache.Fork
            let whole = mount.Source is null ? mount : mount with { Source = null, Uid = null, Gid = null, Mode = null }
            where CacheVisit.CanMount(whole)
            let image = CacheVisit.ImageOf(service, mount)
            where image is not null
            select new CacheDoor(cache, image, whole, service.Inputs.MountExpansion);
        return [.. doors.DistinctBy(d => d.Image)];
    }

    /// <summary>A step that runs a script there.</summary>
    public CacheVisit Visit(string script) => new(Image, [Mount], ShellLine.Of(script)) { Expansion = Expansion };

    /// <summary>Why there is no way.</summary>
    public static UserErrorException Closed(ProjectCache cache, Exception? last) => last is null
        ? new(
            $"The cache {cache.Name} can't be looked into",
            cache.Mounts.Any(m => m.Mount.FromStage is not null)
                ? "It starts from a stage, which only a build of that stage can mount."
                : "A step to look into it needs the image that its stage starts from, and that stage starts from none.")
        : new($"The cache {cache.Name} can't be looked into: {Cause(last)}", "It needs a base image with sh, find and du.", inner: last);

    // What an engine says of a failed step begins with the whole command.
    private static string Cause(Exception error) => error.Message.Split("]: ")[^1];
}
