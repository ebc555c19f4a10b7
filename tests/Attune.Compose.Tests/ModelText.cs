using System.Globalization;
using System.Text;

namespace Attune.Compose.Tests;

/// <summary>A resolved project as text for snapshots: everything that isn't at its default.</summary>
internal static class ModelText
{
    public static string Of(ComposeProject project)
    {
        var text = new StringBuilder();
        Line(text, 0, "project", project.Name);
        Line(text, 0, "directory", project.Directory);
        Lines(text, 0, "file", project.Files);
        Lines(text, 0, "profile", project.Profiles);
        Extensions(text, 0, project.Extensions);
        foreach (var service in project.Services)
            Service(text, "service", service);
        foreach (var service in project.InactiveServices)
            Service(text, "inactive", service);
        Lines(text, 0, "warning", project.Warnings.Select(w => (w.Location is null ? "" : w.Location + ": ") + w.Message));
        return text.ToString();
    }

    private static void Service(StringBuilder text, string kind, ComposeService service)
    {
        Line(text, 0, kind, $"{service.Name} ({service.Location})");
        Line(text, 1, "image", service.Image ?? $"- ({service.ImageName})");
        Line(text, 1, "platform", service.Platform);
        Line(text, 1, "pull_policy", service.PullPolicy);
        Lines(text, 1, "profile", service.Profiles);
        Lines(text, 1, "depends_on", service.DependsOn.Select(d => $"{d.Service} {d.Condition} {d.Need}"));
        Extensions(text, 1, service.Extensions);
        if (service.Build is { } build)
            Build(text, build);
    }

    private static void Build(StringBuilder text, BuildSection build)
    {
        Line(text, 1, "build", build.Location.ToString());
        Line(text, 2, "context", Context(build.Context));
        Line(text, 2, "dockerfile", build.Dockerfile is null ? null : $"{build.Dockerfile} ({build.DockerfilePath ?? "-"})");
        Line(text, 2, "dockerfile_inline", build.DockerfileInline);
        Line(text, 2, "target", build.Target);
        Lines(text, 2, "arg", build.Args.Select(a => $"{a.Name}={a.Value}"));
        Lines(text, 2, "tag", build.Tags);
        Lines(text, 2, "platform", build.Platforms);
        Lines(text, 2, "label", build.Labels.Select(l => $"{l.Name}={l.Value}"));
        Lines(text, 2, "cache_from", build.CacheFrom);
        Lines(text, 2, "cache_to", build.CacheTo);
        Lines(text, 2, "additional_context", build.AdditionalContexts.Select(c => $"{c.Name}={Context(c.Context)}"));
        Line(text, 2, "network", build.Network);
        Lines(text, 2, "extra_host", build.ExtraHosts.Select(h => $"{h.Host}={h.Address}"));
        Line(text, 2, "shm_size", build.ShmSize?.ToString(CultureInfo.InvariantCulture));
        Lines(text, 2, "secret", build.Secrets.Select(s => $"{s.Id} {s.Source} {s.Value}"));
        Lines(text, 2, "ssh", build.Ssh.Select(k => $"{k.Id}={k.Path ?? "-"}"));
        Line(text, 2, "no_cache", build.NoCache ? "true" : null);
        Lines(text, 2, "no_cache_filter", build.NoCacheFilter);
        Line(text, 2, "pull", build.Pull ? "true" : null);
        Line(text, 2, "privileged", build.Privileged ? "true" : null);
        Lines(text, 2, "entitlement", build.Entitlements);
        Lines(text, 2, "ulimit", build.Ulimits.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Name} {u.Soft} {u.Hard}")));
        Line(text, 2, "isolation", build.Isolation);
        Line(text, 2, "provenance", build.Provenance);
        Line(text, 2, "sbom", build.Sbom);
        Extensions(text, 2, build.Extensions);
    }

    private static string Context(BuildContext context) =>
        context.Kind is ContextKind.Directory ? context.Value : $"{context.Value} [{context.Kind}]";

    private static void Extensions(StringBuilder text, int depth, ComposeMapping extensions)
    {
        foreach (var entry in extensions.Entries)
            Line(text, depth, entry.Key, Plain(entry.Value));
    }

    private static string Plain(ComposeNode node) => node switch
    {
        ComposeMapping mapping => "{" + string.Join(", ", mapping.Entries.Select(e => $"{e.Key}: {Plain(e.Value)}")) + "}",
        ComposeSequence sequence => "[" + string.Join(", ", sequence.Items.Select(Plain)) + "]",
        ComposeScalar { Kind: ScalarKind.Text } scalar => $"\"{scalar.Text}\"",
        ComposeScalar scalar => scalar.Kind is ScalarKind.Null ? "null" : scalar.Text,
        _ => throw new InvalidOperationException(),
    };

    private static void Lines(StringBuilder text, int depth, string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            Line(text, depth, name, value);
    }

    private static void Line(StringBuilder text, int depth, string name, string? value)
    {
        if (value is not null)
            text.Append(' ', depth * 2).Append(name).Append(": ").Append(value.ReplaceLineEndings("\\n")).Append('\n');
    }
}
