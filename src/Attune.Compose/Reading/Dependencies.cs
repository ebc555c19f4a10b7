using System.Collections.Immutable;

namespace Attune.Compose.Reading;

/// <summary>The services that a service needs, written as such or implied by what it shares with them.</summary>
internal static class Dependencies
{
    private const string Started = "service_started";

    private static readonly ImmutableArray<string> _conditions = [Started, "service_healthy", "service_completed_successfully"];

    private static readonly ImmutableArray<string> _namespaces = ["network_mode", "ipc", "pid"];

    public static ImmutableArray<ServiceDependency> Of(ComposeMapping service)
    {
        var written = service["depends_on"] is ComposeMapping depends ? depends.Entries.Select(Written) : [];
        var implied = Implied(service).Select(name => new ServiceDependency(name, Started, DependencyNeed.Required));
        return [.. written.Concat(implied).DistinctBy(d => d.Service)];
    }

    private static ServiceDependency Written(ComposeEntry entry)
    {
        var options = (ComposeMapping)entry.Value;
        var optional = options["required"] is ComposeScalar required && !Fields.Flag(required);
        if (options["condition"] is ComposeScalar condition && !_conditions.Contains(condition.Text))
            throw condition.Origin.Fault($"There is no condition '{condition.Text}'", $"It may be {string.Join(", ", _conditions)}.");
        return new(entry.Key, options.Text("condition") ?? Started, optional ? DependencyNeed.Optional : DependencyNeed.Required);
    }

    private static IEnumerable<string> Implied(ComposeMapping service)
    {
        foreach (var link in service.Texts("links"))
            yield return link.Split(':')[0];
        foreach (var shared in _namespaces.Select(field => service.Text(field)))
            if (shared?.StartsWith("service:", StringComparison.Ordinal) == true)
                yield return shared["service:".Length..];
        foreach (var source in service.Texts("volumes_from"))
            if (!source.StartsWith("container:", StringComparison.Ordinal))
                yield return source.Split(':')[0];
    }
}
