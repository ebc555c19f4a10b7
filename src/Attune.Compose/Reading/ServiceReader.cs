using System.Collections.Immutable;

namespace Attune.Compose.Reading;

/// <summary>Makes services of a merged model.</summary>
internal static class ServiceReader
{
    private static readonly ImmutableArray<string> _pullPolicies =
        ["always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly"];

    public static ImmutableArray<ComposeService> ReadAll(ComposeMapping model, string project, IReadOnlyDictionary<string, string> environment)
    {
        var builds = new BuildReader(model["secrets"] as ComposeMapping, environment);
        return model["services"] is ComposeMapping services
            ? [.. services.Entries.Select(e => Read(e, (ComposeMapping)e.Value, project, builds))]
            : [];
    }

    private static ComposeService Read(ComposeEntry entry, ComposeMapping service, string project, BuildReader builds)
    {
        var image = service.Text("image");
        return new()
        {
            Name = entry.Key,
            Image = image,
            ImageName = image ?? $"{project}-{entry.Key}",
            Build = service["build"] is ComposeMapping build ? builds.Read(build, entry.Key) : null,
            DependsOn = Dependencies.Of(service),
            Profiles = service.DistinctTexts("profiles"),
            PullPolicy = PullPolicy(service),
            Platform = service.Text("platform"),
            Extensions = Fields.ExtensionsOf(service),
            Location = entry.KeyOrigin.Location,
        };
    }

    private static string? PullPolicy(ComposeMapping service)
    {
        if (service["pull_policy"] is not ComposeScalar { Text.Length: > 0 } policy)
            return null;
        var known = _pullPolicies.Contains(policy.Text) || policy.Text.StartsWith("every_", StringComparison.Ordinal);
        return known
            ? policy.Text is "if_not_present" ? "missing" : policy.Text
            : throw policy.Origin.Fault(
                $"There is no pull_policy '{policy.Text}'",
                $"It may be {string.Join(", ", _pullPolicies)} or every_DURATION.");
    }
}
