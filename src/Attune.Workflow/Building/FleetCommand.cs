using System.Collections.Immutable;
using System.Text;
using Attune.Builds.Events;
using Attune.Fleets;
using Attune.Fleets.Loading;
using Attune.Fleets.Placement;
using Attune.Source;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Building;

/// <summary>Spreads the services of a phase over several engines.</summary>
internal sealed class FleetCommand(WorkflowSettings settings, WorkflowHost host, EngineBuild build)
{
    private readonly string _ledger = Path.Combine(settings.StateDirectory, "engines", "placement.json");

    /// <summary>Builds a phase on all engines.</summary>
    /// <param name="engines">The engines.</param>
    /// <param name="index">The phase's number.</param>
    /// <param name="sink">Told what happens.</param>
    /// <param name="cancellationToken">Ends every solve.</param>
    public async Task<BuildResult> BuildAsync(ImmutableArray<EngineShare> engines, int index, IBuildSink sink, CancellationToken cancellationToken)
    {
        var addresses = engines.Select(e => e.Connection.Engine.Endpoint.ToString()).ToList();
        var ledger = File.Exists(_ledger) ? PlacementLedger.Parse(await File.ReadAllTextAsync(_ledger, cancellationToken)) : new();
        var plan = engines[0].Phases[index].Plan;
        var placement = FleetPlacement.Of(plan, [.. engines.Select(e => Parallel(e, index))], ledger.For(addresses));
        var names = EngineNames.Of([.. engines.Select(e => e.Connection.Engine.Endpoint)]);
        var members = engines.Select((e, i) => MemberOf(e, i, index, engines[0].Connection, names)).ToImmutableArray();
        host.Console.Announce($"Building on {names.Length} engines: " + string.Join("; ", names.Select((n, i) =>
            $"{n}: {string.Join(", ", plan.Services.Select(s => s.Name).Where(s => placement[s] == i).DefaultIfEmpty("nothing"))}")));
        var result = await new FleetBuild(members, host.Time).BuildAsync(placement, settings.Build.OnFailure, sink, cancellationToken);
        WholeFile.Write(_ledger, Encoding.UTF8.GetBytes(ledger.With(result.Services, s => addresses[placement[s]]).ToJson()));
        return result;
    }

    private FleetMember MemberOf(EngineShare share, int number, int index, EngineConnection first, ImmutableArray<string> names)
    {
        var phase = share.Phases[index];
        var delivery = number == 0 || settings.Build.LoadTo == ImageLoading.None ? null : LoaderOf(share.Connection, first, names, number);
        return new(names[number], phase.Plan, (plan, sink, token) => build(new(share.Connection, phase with { Plan = plan }) { Delivery = delivery }, sink, token))
        {
            MaxParallel = Parallel(share, index),
        };
    }

    private static ImageLoader LoaderOf(EngineConnection from, EngineConnection to, ImmutableArray<string> names, int number) =>
        from.Docker is { } source && to.Docker is { } target
            ? new(source.Images, target.Images, names[0])
            : throw new UserErrorException(
                $"Images can't be loaded from {names[number]} into {names[0]}: a buildkitd keeps none",
                "Choose Docker Engines, or leave images where they are built: --load-to none.", FaultKind.Usage);

    private int Parallel(EngineShare share, int index) => share.Phases[index].MaxParallel ?? settings.Build.MaxParallel ?? Math.Max(share.Connection.Engine.Cpus, 1);
}
