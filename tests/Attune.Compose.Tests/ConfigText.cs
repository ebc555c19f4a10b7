using System.Globalization;

namespace Attune.Compose.Tests;

/// <summary>The part of a project that both this reader and <c>docker compose config</c> know, in one form.</summary>
internal static class ConfigText
{
    private static readonly string[] _buildTexts =
    [
        "context", "dockerfile", "dockerfile_inline", "target", "network", "isolation", "no_cache", "pull", "privileged", "shm_size",
        "provenance", "sbom",
    ];

    private static readonly string[] _buildMaps = ["args", "labels", "additional_contexts"];
    private static readonly string[] _buildLists =
        ["tags", "platforms", "cache_from", "cache_to", "extra_hosts", "entitlements", "ssh", "no_cache_filter"];

    public static string Of(ComposeMapping config)
    {
        var lines = new List<string> { "name " + Text(config["name"]) };
        foreach (var entry in ((ComposeMapping)config["services"]!).Entries)
        {
            var service = (ComposeMapping)entry.Value;
            lines.Add($"{entry.Key} image {Text(service["image"])}");
            lines.Add($"{entry.Key} platform {Text(service["platform"])}");
            lines.Add($"{entry.Key} pull_policy {Text(service["pull_policy"])}");
            if (service["depends_on"] is ComposeMapping depends)
                lines.AddRange(depends.Entries.Select(d => $"{entry.Key} depends_on {d.Key} {Text(((ComposeMapping)d.Value)["condition"])}"));
            if (service["build"] is ComposeMapping build)
                lines.AddRange(OfBuild(build).Select(line => $"{entry.Key} build {line}"));
        }

        return Sorted(lines);
    }

    public static string Of(ComposeProject project)
    {
        var lines = new List<string> { "name " + project.Name };
        foreach (var service in project.Services)
        {
            lines.Add($"{service.Name} image {service.Image}");
            lines.Add($"{service.Name} platform {service.Platform}");
            lines.Add($"{service.Name} pull_policy {service.PullPolicy}");
            lines.AddRange(service.DependsOn.Select(d => $"{service.Name} depends_on {d.Service} {d.Condition}"));
            if (service.Build is { } build)
                lines.AddRange(OfBuild(build).Select(line => $"{service.Name} build {line}"));
        }

        return Sorted(lines);
    }

    private static IEnumerable<string> OfBuild(ComposeMapping build)
    {
        foreach (var key in _buildTexts)
            if (build[key] is ComposeScalar scalar)
                yield return $"{key} {Text(scalar)}";
        foreach (var key in _buildMaps)
            if (build[key] is ComposeMapping map)
                foreach (var entry in map.Entries)
                    yield return $"{key} {Undoubled(entry.Key)}={Text(entry.Value)}";
        foreach (var key in _buildLists)
            if (build[key] is ComposeSequence list)
                foreach (var item in list.Items.Select(Text).Distinct())
                    yield return $"{key} {item}";
        if (build["secrets"] is ComposeSequence secrets)
            foreach (var secret in secrets.Items.Cast<ComposeMapping>())
                yield return $"secret {Text(secret["target"] ?? secret["source"])}";
        if (build["ulimits"] is ComposeMapping limits)
            foreach (var limit in limits.Entries)
                yield return limit.Value is ComposeMapping both
                    ? $"ulimit {limit.Key} {Text(both["soft"])} {Text(both["hard"])}"
                    : $"ulimit {limit.Key} {Text(limit.Value)} {Text(limit.Value)}";
    }

    private static IEnumerable<string> OfBuild(BuildSection build)
    {
        string?[] texts =
        [
            build.Context.Value, build.Dockerfile, build.DockerfileInline, build.Target, build.Network, build.Isolation,
            build.NoCache ? "true" : null, build.Pull ? "true" : null, build.Privileged ? "true" : null,
            build.ShmSize?.ToString(CultureInfo.InvariantCulture), build.Provenance, build.Sbom,
        ];
        return _buildTexts.Zip(texts).Where(t => t.Second is not null).Select(t => $"{t.First} {t.Second}")
            .Concat(build.Args.Select(a => $"args {a.Name}={a.Value}"))
            .Concat(build.Labels.Select(l => $"labels {l.Name}={l.Value}"))
            .Concat(build.AdditionalContexts.Select(c => $"additional_contexts {c.Name}={c.Context.Value}"))
            .Concat(build.Tags.Select(t => "tags " + t))
            .Concat(build.Platforms.Select(p => "platforms " + p))
            .Concat(build.CacheFrom.Distinct().Select(c => "cache_from " + c))
            .Concat(build.CacheTo.Distinct().Select(c => "cache_to " + c))
            .Concat(build.ExtraHosts.Select(h => $"extra_hosts {h.Host}={h.Address}"))
            .Concat(build.Entitlements.Select(e => "entitlements " + e))
            .Concat(build.Ssh.Select(k => k.Path is null ? "ssh " + k.Id : $"ssh {k.Id}: {k.Path}"))
            .Concat(build.NoCacheFilter.Select(f => "no_cache_filter " + f))
            .Concat(build.Secrets.Select(s => "secret " + s.Id))
            .Concat(build.Ulimits.Select(u => string.Create(CultureInfo.InvariantCulture, $"ulimit {u.Name} {u.Soft} {u.Hard}")));
    }

    // Compose doubles dollar signs so that its output can be loaded again.
    private static string Text(ComposeNode? node) => Undoubled((node as ComposeScalar)?.Text ?? "");

    private static string Undoubled(string text) => text.Replace("$$", "$", StringComparison.Ordinal);

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
