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
        var inputs = Inputs(section, args, request) with { MountExpansion = document?.Frontend?.MountExpansion ?? request.MountExpansion };
        return new() { Service = service, Section = section, Args = args, Inputs = inputs, Resolved = document?.Resolve(inputs) };
    }

    private static ImmutableArray<NamedValue> Merge(ImmutableArray<NamedValue> own, ImmutableDictionary<string, string> extra) =>
    [
        .. own.Where(a => !extra.ContainsKey(a.Name)),
        .. extra.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new NamedValue(a.Key, a.Value)),
    ];

    private static BuildInputs Inputs(BuildSection section, ImmutableArray<NamedValue> args, PlanRequest request) => new()
    {
        Target = section.Target,
        BuildArguments = args.ToImmutableDictionary(a => a.Name, a => a.Value),
        BuildPlatform = request.EnginePlatform,
        TargetPlatform = TargetPlatform(section) ?? request.EnginePlatform,
        ArgumentKnowledge = request.ArgumentKnowledge,
        NamedContexts = [.. section.AdditionalContexts.Select(c => c.Name)],
    };

    private static Platform? TargetPlatform(BuildSection section) => section.Platforms is []
        ? null
        : Platform.TryParse(section.Platforms[0])
            ?? throw new LocatedException($"'{section.Platforms[0]}' is no platform", section.Location, "Write it as linux/amd64.");
}
