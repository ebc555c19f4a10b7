using Attune.Compose.Schema;
using Attune.Source;

namespace Attune.Compose.Reading;

/// <summary>What no single field shows to be wrong; as in Compose, only active services are looked at.</summary>
internal static class ConsistencyCheck
{
    public static void Run(ComposeProject project, ComposeMapping model)
    {
        var services = (ComposeMapping)model["services"]!;
        foreach (var service in project.Services)
        {
            CheckSource(service, (ComposeMapping)services[service.Name]!);
            CheckPlatform(service);
            foreach (var dependency in service.DependsOn)
                CheckDependency(project, service, dependency, services);
            foreach (var context in service.Build?.AdditionalContexts ?? [])
                CheckContext(project, service, context);
        }

        CycleCheck.Run(project);
    }

    private static void CheckSource(ComposeService service, ComposeMapping written)
    {
        if (service.Build is null && service.Image is null && written["provider"] is null)
            throw new LocatedException($"Service {service.Name} has neither an image nor a build section", service.Location);
    }

    private static void CheckPlatform(ComposeService service)
    {
        if (service is { Platform: { } platform, Build: { Platforms.IsEmpty: false } build } && !build.Platforms.Contains(platform))
            throw new LocatedException($"Service {service.Name} runs on {platform}, which its build's platforms don't name", build.Location);
    }

    private static void CheckDependency(ComposeProject project, ComposeService service, ServiceDependency dependency, ComposeMapping services)
    {
        if (project.Services.Any(s => s.Name == dependency.Service))
            return;
        var inactive = project.InactiveServices.FirstOrDefault(s => s.Name == dependency.Service);
        if (inactive is not null && dependency.Need is DependencyNeed.Optional)
            return;
        var place = ((ComposeMapping)services[service.Name]!)["depends_on"] is ComposeMapping depends
            ? depends.Find(dependency.Service)?.KeyOrigin.Location
            : null;
        throw inactive is null
            ? new LocatedException(
                $"Service {service.Name} depends on '{dependency.Service}', and there is no such service",
                place ?? service.Location,
                Suggest(project, dependency.Service))
            : new LocatedException(
                $"Service {service.Name} depends on {dependency.Service}, which no active profile selects",
                place ?? service.Location,
                $"Activate one of its profiles ({string.Join(", ", inactive.Profiles)}).");
    }

    private static void CheckContext(ComposeProject project, ComposeService service, NamedContext context)
    {
        if (context.Service is not { } name)
            return;
        var target = project.Services.FirstOrDefault(s => s.Name == name);
        if (target is null)
            throw new LocatedException(
                $"Service {service.Name} builds from service '{name}', and there is no such active service",
                context.Context.Location,
                Suggest(project, name));
        if (target.Build is null)
            throw new LocatedException($"Service {service.Name} builds from service {name}, which has no build section", context.Context.Location);
    }

    private static string? Suggest(ComposeProject project, string name) =>
        NearestName.Of(name, project.Services.Select(s => s.Name)) is { } near ? $"Did you mean {near}?" : null;
}
