using Attune.Compose;
using Attune.Source;

namespace Attune.Projects;

/// <summary>Which services are built: as <c>docker compose build [SERVICE…]</c> chooses them.</summary>
internal static class ServiceSelection
{
    public static IReadOnlyList<ComposeService> Select(ComposeProject project, IReadOnlyCollection<string> names)
    {
        var all = project.Services.Concat(project.InactiveServices).ToList();
        foreach (var name in names)
            Check(all, name);
        // A service that is named is active whatever its profiles say: https://docs.docker.com/compose/how-tos/profiles/
        List<ComposeService> selected = names.Count == 0
            ? [.. project.Services.Where(s => s.Build is not null)]
            : [.. all.Where(s => names.Contains(s.Name))];
        for (var i = 0; i < selected.Count; i++)
            selected.AddRange(Sources(selected[i], all).Except(selected));
        if (selected.Count == 0)
            throw new UserErrorException(
                $"No service of {string.Join(", ", project.Files)} is built from source", "Give at least one service a build section, or activate its profile.");
        return [.. all.Where(selected.Contains)];
    }

    public static UserErrorException Unknown(string name, IEnumerable<string> known) => new(
        $"There is no service '{name}'", $"Services: {string.Join(", ", known)}", FaultKind.Usage);

    private static IEnumerable<ComposeService> Sources(ComposeService service, List<ComposeService> all) =>
        from context in service.Build!.AdditionalContexts
        where context.Service is not null
        let source = all.Find(s => s.Name == context.Service)
        where source?.Build is not null
        select source;

    private static void Check(List<ComposeService> all, string name)
    {
        var service = all.Find(s => s.Name == name) ?? throw Unknown(name, all.Where(s => s.Build is not null).Select(s => s.Name));
        if (service.Build is null)
            throw new UserErrorException($"Service '{name}' has no build section: its image is pulled", $"{service.Location}", FaultKind.Usage);
    }
}
