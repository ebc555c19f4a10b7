using System.Collections.Immutable;
using Attune.Compose;
using Attune.Dockerfiles.Resolution;
using Attune.Source;

namespace Attune.Projects;

/// <summary>Resolves one service.</summary>
internal static class ServicePlanner
{
    public static ServicePlan Plan(ComposeService service, PlanRequest request, DockerfileReader reader)
    {
        var section = service.Build!;
        var args = Merge(section.Args, request.ExtraArgs);
        var document = reader.Read(section);
        // A frontend of the file's own choice expands variables or doesn't, whatever the engine's one does.
        var inputs = Inputs(service, args, request) with { MountExpansion = document?.Frontend?.MountExpansion ?? request.MountExpansion };
        return new() { Service = service, Section = section, Args = args, Inputs = inputs, Resolved = document?.Resolve(inputs) };
    }

    private static ImmutableArray<NamedValue> Merge(ImmutableArray<NamedValue> own, ImmutableDictionary<string, string> extra) =>
    [
        .. own.Where(a => !extra.ContainsKey(a.Name)),
        .. extra.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new NamedValue(a.Key, a.Value)),
    ];

    private static BuildInputs Inputs(ComposeService service, ImmutableArray<NamedValue> args, PlanRequest request) => new()
    {
        Target = service.Build!.Target,
        BuildArguments = args.ToImmutableDictionary(a => a.Name, a => a.Value),
        BuildPlatform = request.EnginePlatform,
        TargetPlatform = TargetPlatform(service) ?? request.EnginePlatform,
        ArgumentKnowledge = request.ArgumentKnowledge,
        NamedContexts = [.. service.Build.AdditionalContexts.Select(c => c.Name)],
    };

    // As Compose does: the build's platforms, else the one that the service runs on.
    private static Platform? TargetPlatform(ComposeService service)
    {
        var section = service.Build!;
        var platforms = section.Platforms.Select(p => Parse(p, section.Location)).ToList();
        return platforms is [var first, ..] ? first : service.Platform is { } own ? Parse(own, service.Location) : null;
    }

    private static Platform Parse(string text, SourceLocation location) =>
        Platform.TryParse(text) ?? throw new LocatedException($"'{text}' is no platform", location, "Write it as linux/amd64.");
}
