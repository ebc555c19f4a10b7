using Attune.Dockerfiles.Resolution;
using Attune.Projects;
using Attune.Source;

namespace Attune.Hazards.Facts;

/// <summary>One build: a service for one platform.</summary>
internal sealed class PlatformBuild(ServicePlan service, Platform platform, ResolvedBuild resolved)
{
    public ServicePlan Service { get; } = service;

    public Platform Platform { get; } = platform;

    public ResolvedBuild Resolved { get; } = resolved;

    /// <summary>The builds of a service: one, or one a platform, which the engine runs at the same time.</summary>
    public static IEnumerable<PlatformBuild> Of(ServicePlan service)
    {
        if (service.Resolved is not { } first)
            yield break;
        yield return new(service, service.Inputs.TargetPlatform, first);
        foreach (var platform in service.Platforms.Select(Platform.TryParse).OfType<Platform>().Distinct())
            if (platform != service.Inputs.TargetPlatform && Resolve(service, platform) is { } other)
                yield return new(service, platform, other);
    }

    /// <summary>The service's name, with the platform when it is built for several.</summary>
    public string DisplayName => Service.Platforms.Length > 1 ? $"{Service.Name} ({Platform})" : Service.Name;

    private static ResolvedBuild? Resolve(ServicePlan service, Platform platform)
    {
        try
        {
            return service.Document!.Resolve(service.Inputs with { TargetPlatform = platform });
        }
        catch (Exception e) when (e is LocatedException or UserErrorException)
        {
            // The build for that platform will report it; it is no hazard of a cache.
            return null;
        }
    }
}
