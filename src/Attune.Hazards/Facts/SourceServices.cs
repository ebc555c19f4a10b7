using Attune.Projects;

namespace Attune.Hazards.Facts;

/// <summary>The services that must be built before a service, since images start from each other (<c>additional_contexts: service:x</c>).</summary>
internal sealed class SourceServices(BuildPlan plan)
{
    private readonly Dictionary<string, ServicePlan> _services = plan.Services.ToDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>All that a service's image needs, directly or through others.</summary>
    public IEnumerable<string> Of(string service)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([service]);
        while (open.TryPop(out var name))
            foreach (var source in _services.GetValueOrDefault(name)?.SourceServices ?? [])
                if (found.Add(source))
                    open.Push(source);
        return found;
    }
}
