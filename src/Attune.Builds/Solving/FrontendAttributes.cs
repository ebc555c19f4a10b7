using System.Globalization;
using Attune.Builds.Running;
using Attune.Compose;
using Attune.Engines.Finding;
using Attune.Projects;
using Attune.Source;

namespace Attune.Builds.Solving;

/// <summary>The options of BuildKit's Dockerfile frontend for a service (buildkit: frontend/dockerui/config.go).</summary>
internal static class FrontendAttributes
{
    public static Dictionary<string, string> Of(ServicePlan service, SolveContext context, string? hostGateway)
    {
        var section = service.Section;
        var attributes = new Dictionary<string, string> { ["filename"] = FileName(section) };
        if (section.Target is { } target)
            attributes["target"] = target;
        if (service.Platforms is not [])
            attributes["platform"] = string.Join(',', service.Platforms);
        foreach (var arg in service.Args)
            attributes["build-arg:" + arg.Name] = arg.Value;
        foreach (var label in section.Labels)
            attributes["label:" + label.Name] = label.Value;
        AddContexts(attributes, service, context.Plan);
        AddRunSettings(attributes, section, context, hostGateway);
        if (ResolveMode(section, context) is { } mode)
            attributes["image-resolve-mode"] = mode;
        return attributes;
    }

    /// <summary>The network of RUN steps: what the section says, else what the engine needs.</summary>
    public static string? Network(BuildSection section, EngineInfo engine) => section.Network switch
    {
        null or "" or "default" => engine.DefaultRunNetwork == RunNetwork.Host ? "host" : null,
        var network => network,
    };

    /// <summary>The name by which the frontend asks for the Dockerfile.</summary>
    public static string FileName(BuildSection section) =>
        section.DockerfilePath is { } path ? Path.GetFileName(path) : section.Dockerfile ?? "Dockerfile";

    private static void AddContexts(Dictionary<string, string> attributes, ServicePlan service, BuildPlan plan)
    {
        if (service.Section.Context.Kind != ContextKind.Directory)
            attributes["context"] = service.Section.Context.Value;
        foreach (var named in service.Section.AdditionalContexts)
            attributes["context:" + named.Name] = named.Context.Kind switch
            {
                ContextKind.Directory => "local:" + named.Name,
                ContextKind.Service => "docker-image://" + plan.Service(named.Service!).Tags[0],
                ContextKind.OciLayout => throw new LocatedException(
                    "An OCI layout can't be used as a context here", named.Context.Location, "Load it into the engine and use docker-image:// instead."),
                _ => named.Context.Value,
            };
    }

    private static void AddRunSettings(Dictionary<string, string> attributes, BuildSection section, SolveContext context, string? hostGateway)
    {
        if (Network(section, context.Engine) is { } network)
            attributes["force-network-mode"] = network;
        if (section.ShmSize is { } bytes)
            attributes["shm-size"] = bytes.ToString(CultureInfo.InvariantCulture);
        if (section.Ulimits is not [])
            attributes["ulimit"] = string.Join(',', section.Ulimits.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Name}={u.Soft}:{u.Hard}")));
        if (section.NoCacheFilter is not [])
            attributes["no-cache"] = string.Join(',', section.NoCacheFilter);
        var hosts = section.ExtraHosts.Select(h => $"{h.Host}={(h.Address == "host-gateway" ? hostGateway : h.Address)}").ToList();
        // An extra line in /etc/hosts changes the key of every RUN and nothing in the image, so each runs again and keeps its cache mounts,
        // which "no-cache" would empty: https://github.com/moby/buildkit/issues/4250
        if (section.NoCache || context.Options.LayerCache == LayerCachePolicy.Rerun)
            hosts.Add($"attune-rerun-{context.RunId}=127.0.0.1");
        if (hosts.Count > 0)
            attributes["add-hosts"] = string.Join(',', hosts);
    }

    // "local" is what the docker driver of buildx sends: an image that the engine has is used without asking its registry.
    private static string? ResolveMode(BuildSection section, SolveContext context) =>
        section.Pull || context.Options.Pull == BasePullPolicy.Always ? "pull" : context.Images is not null ? "local" : null;
}
