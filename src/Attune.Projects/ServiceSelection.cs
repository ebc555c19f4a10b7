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
        var byName = all.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var selected = new HashSet<string>(StringComparer.Ordinal);
        // A service that is named is active whatever its profiles say: https://docs.docker.com/compose/how-tos/profiles/
        var open = new Stack<string>(names.Count == 0 ? project.Services.Where(s => s.Build is not null).Select(s => s.Name) : names);
        while (open.TryPop(out var name))
            foreach (var source in selected.Add(name) ? Sources(byName[name], byName) : [])
                open.Push(source);
        if (selected.Count == 0)
            throw new UserErrorException(
                $"No service of {string.Join(", ", project.Files)} is built from source", "Give at least one service a build section, or activate its profile.");
        return [.. all.Where(s => selected.Contains(s.Name))];
    }

    public static UserErrorException Unknown(string name, IEnumerable<string> known) => new(
        $"There is no service '{name}'", $"Services: {string.Join(", ", known)}", FaultKind.Usage);

    private static IEnumerable<string> Sources(ComposeService service, Dictionary<string, ComposeService> all) =>
        service.Build!.AdditionalContexts.Select(c => c.Service).OfType<string>().Where(n => all.GetValueOrDefault(n)?.Build is not null);

    private static void Check(List<ComposeService> all, string name)
    {
        var service = all.Find(s => s.Name == name) ?? throw Unknown(name, all.Where(s => s.Build is not null).Select(s => s.Name));
        if (service.Build is null)
            throw new UserErrorException($"Service '{name}' has no build section: its image is pulled", $"{service.Location}", FaultKind.Usage);
    }
}
