using System.Collections.Immutable;
using Attune.Compose.Loading;

namespace Attune.Compose.Reading;

/// <summary>Makes build sections of a merged model.</summary>
internal sealed class BuildReader(ComposeMapping? secrets, IReadOnlyDictionary<string, string> environment)
{
    public BuildSection Read(ComposeMapping build, string service)
    {
        var context = Context((ComposeScalar)build["context"]!);
        var inline = build.Text("dockerfile_inline");
        var dockerfile = build.Text("dockerfile") ?? (inline is null ? "Dockerfile" : null);
        if (inline is not null && dockerfile is not null)
            throw build.Origin.Fault($"Service {service} has both dockerfile and dockerfile_inline", "Drop one of them.");
        return new()
        {
            Context = context,
            Dockerfile = dockerfile,
            DockerfilePath = DockerfilePath(build, dockerfile, context),
            DockerfileLocation = (build["dockerfile"] ?? build).Location,
            DockerfileInline = inline,
            Args = Args(build),
            Target = build.Text("target"),
            Tags = build.DistinctTexts("tags"),
            Platforms = build.DistinctTexts("platforms"),
            Labels = [.. build.Pairs("labels").Select(p => new NamedValue(p.Key, p.Value.Text))],
            CacheFrom = build.Texts("cache_from"),
            CacheTo = build.Texts("cache_to"),
            AdditionalContexts = [.. build.Pairs("additional_contexts").Select(p => new NamedContext(p.Key, Context(p.Value)))],
            Network = build.Text("network"),
            ExtraHosts = Hosts(build),
            ShmSize = build["shm_size"] is ComposeScalar size ? ByteSize.Read(size) : null,
            Secrets = Secrets(build, service),
            Ssh = [.. build.Pairs("ssh").Select(p => new SshKey(p.Key, p.Value.Text.Length == 0 ? null : p.Value.Text))],
            NoCache = build.Flag("no_cache"),
            NoCacheFilter = build.Texts("no_cache_filter"),
            Pull = build.Flag("pull"),
            Privileged = build.Flag("privileged"),
            Entitlements = build.Texts("entitlements"),
            Ulimits = Ulimits(build),
            Isolation = build.Text("isolation"),
            Provenance = build.Text("provenance"),
            Sbom = build.Text("sbom"),
            Extensions = Fields.ExtensionsOf(build),
            Location = build.Origin.Location,
            Source = build.Origin.Text,
        };
    }

    private static string? DockerfilePath(ComposeMapping build, string? dockerfile, BuildContext context)
    {
        if (dockerfile is null || context.Kind is not ContextKind.Directory)
            return null;
        return dockerfile.Contains('\0', StringComparison.Ordinal)
            ? throw build["dockerfile"]!.Origin.Fault("A path can't hold a NUL character")
            : Path.GetFullPath(dockerfile, context.Value);
    }

    private static BuildContext Context(ComposeScalar scalar)
    {
        var value = scalar.Text;
        var kind = value switch
        {
            _ when value.StartsWith("service:", StringComparison.Ordinal) => ContextKind.Service,
            _ when value.StartsWith("docker-image://", StringComparison.Ordinal) => ContextKind.Image,
            _ when value.StartsWith("oci-layout://", StringComparison.Ordinal) => ContextKind.OciLayout,
            _ when LocalPaths.IsKnownRemote(value) => ContextKind.Remote,
            _ when LocalPaths.IsRemote(value) => ContextKind.Other,
            _ => ContextKind.Directory,
        };
        return new(kind, value, scalar.Origin.Location);
    }

    private ImmutableArray<NamedValue> Args(ComposeMapping build)
    {
        var args = ImmutableArray.CreateBuilder<NamedValue>();
        foreach (var (name, scalar) in build.Pairs("args"))
        {
            var value = scalar.Kind is ScalarKind.Null ? environment.GetValueOrDefault(name) : scalar.Text;
            if (value is not null)
                args.Add(new(name, value));
        }

        return args.ToImmutable();
    }

    private static ImmutableArray<HostAddress> Hosts(ComposeMapping build) =>
        [.. build.DistinctTexts("extra_hosts").Select(text => text.Split('=', 2)).Select(parts => new HostAddress(parts[0], parts[1]))];

    private static ImmutableArray<Ulimit> Ulimits(ComposeMapping build) =>
        build["ulimits"] is ComposeMapping limits ? [.. limits.Entries.Select(ReadUlimit)] : [];

    private static Ulimit ReadUlimit(ComposeEntry entry)
    {
        if (entry.Value is ComposeScalar single && Fields.Integer(single) is var both)
            return new(entry.Key, both, both);
        var limits = (ComposeMapping)entry.Value;
        return limits["soft"] is ComposeScalar soft && limits["hard"] is ComposeScalar hard
            ? new(entry.Key, Fields.Integer(soft), Fields.Integer(hard))
            : throw entry.KeyOrigin.Fault($"The limit {entry.Key} must have both soft and hard");
    }

    private ImmutableArray<BuildSecret> Secrets(ComposeMapping build, string service) =>
        build["secrets"] is ComposeSequence grants ? [.. grants.Items.OfType<ComposeMapping>().Select(grant => ReadSecret(grant, service))] : [];

    private BuildSecret ReadSecret(ComposeMapping grant, string service)
    {
        var source = grant.Text("source") ?? throw grant.Origin.Fault("A build secret must name its source");
        if (secrets?[source] is not ComposeMapping secret)
            throw grant.Origin.Fault($"Service {service} uses the build secret '{source}', which the secrets section doesn't define");
        var id = grant.Text("target") ?? source;
        return (secret.Text("file"), secret.Text("environment")) switch
        {
            ({ }, { }) => throw secret.Origin.Fault($"The secret '{source}' has both a file and an environment variable", "Drop one of them."),
            ({ } file, _) => new(id, SecretSource.File, file),
            (_, { } variable) => new(id, SecretSource.Environment, variable),
            _ when secret["external"] is ComposeMapping || secret.Flag("external") || secret["driver"] is not null =>
                new(id, SecretSource.External, secret.Text("name") ?? (secret["external"] as ComposeMapping)?.Text("name") ?? source),
            _ => throw secret.Origin.Fault($"The secret '{source}' must have a file or an environment variable"),
        };
    }
}
