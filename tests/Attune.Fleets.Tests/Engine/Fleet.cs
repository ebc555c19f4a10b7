using System.Collections.Immutable;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Fleets.Loading;
using Attune.Fleets.Placement;

namespace Attune.Fleets.Tests.Engine;

/// <summary>Builds on engines as the build does, and looks at what comes of it.</summary>
internal static class Fleet
{
    public static async Task<(BuildResult Result, IReadOnlyList<BuildEvent> Events)> BuildAsync(
        SampleProject project, ConnectedEngine[] engines, int maxParallel, FailurePolicy onFailure = FailurePolicy.Continue)
    {
        var names = EngineNames.Of([.. engines.Select(e => e.Info.Endpoint)]);
        var members = engines.Select((e, i) => new FleetMember(names[i], project.Plan(), (plan, sink, token) => OneAsync(e, plan, sink, token)) { MaxParallel = maxParallel });
        var recorder = new RecordingSink();
        var placement = FleetPlacement.Of(project.Plan(), [.. engines.Select(_ => maxParallel)], PlacementExperience.None);
        return (await new FleetBuild([.. members], TimeProvider.System).BuildAsync(placement, onFailure, recorder, CancellationToken.None), recorder.Events);

        Task<BuildResult> OneAsync(ConnectedEngine engine, Projects.BuildPlan plan, IBuildSink sink, CancellationToken token)
        {
            var delivery = engine == engines[0] ? null : new ImageLoader(engine.Docker.Images, engines[0].Docker.Images, names[0]);
            var builder = new ProjectBuilder(engine.Builds, TimeProvider.System) { Delivery = delivery };
            return builder.BuildAsync(plan, new(LayerCachePolicy.Use, BasePullPolicy.Missing), new(maxParallel, onFailure), sink, token);
        }
    }

    /// <summary>Every file of an image with its mode, owner and content, as one checksum.</summary>
    public static async Task<string> ContentAsync(ConnectedEngine engine, string image)
    {
        const string list = "find / -xdev -path /proc -prune -o -path /sys -prune -o -path /dev -prune -o -path /etc -prune -o -print | sort | while read -r f; do stat -c '%n %a %u %g' $f; [ -f $f ] && sha256sum $f; done | sha256sum";
        return await new CacheVisitor(engine.Builds).RunAsync(new(image, ImmutableArray<Dockerfiles.Mounts.CacheMount>.Empty, list), CancellationToken.None);
    }
}
