using System.Collections.Immutable;
using Attune.Builds.Events;
using Attune.Builds.Running;

namespace Attune.Fleets;

/// <summary>Builds a project's services on several engines at once; for the sink it is one build.</summary>
/// <param name="members">The engines.</param>
/// <param name="clock">The clock that stamps the events.</param>
public sealed class FleetBuild(ImmutableArray<FleetMember> members, TimeProvider clock)
{
    /// <summary>Builds every service where the placement says.</summary>
    /// <param name="placement">For every service the number of a member.</param>
    /// <param name="onFailure">What the others do when one fails, on all engines.</param>
    /// <param name="sink">Told what happens, with the engines' names.</param>
    /// <param name="cancellationToken">Ends every solve on every engine.</param>
    public async Task<BuildResult> BuildAsync(
        ImmutableDictionary<string, int> placement, FailurePolicy onFailure, IBuildSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var names = members[0].Plan.Services.Select(s => s.Name).ToList();
        var begun = clock.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stopping = Task.CompletedTask;
        var gate = new Lock();
        var busy = members.Select((m, i) => (Member: m, Services: names.Where(n => placement[n] == i).ToList())).Where(m => m.Services.Count > 0).ToList();
        sink.Publish(new BuildStarted(clock.GetUtcNow(), names, busy.Sum(m => m.Member.MaxParallel)));
        var results = await Task.WhenAll(busy.Select(b => BuildAsync(b.Member, b.Services)));
        await stopping;
        var services = results.SelectMany(r => r).ToDictionary(s => s.Service);
        var all = new BuildResult([.. names.Select(n => services[n])], clock.GetElapsedTime(begun));
        sink.Publish(new BuildFinished(clock.GetUtcNow(), all));
        return all;

        async Task<IEnumerable<ServiceResult>> BuildAsync(FleetMember member, List<string> services)
        {
            await using var relay = new FleetRelay(member.Name, Publish);
            try
            {
                var result = await member.Build(member.Plan.Only(services), relay, stop.Token);
                return result.Services.Select(s => s with { Engine = member.Name });
            }
            catch
            {
                // Without this engine the build fails: the others needn't go on.
                await stop.CancelAsync();
                throw;
            }
        }

        void Publish(BuildEvent buildEvent)
        {
            lock (gate)
                sink.Publish(buildEvent);
            if (onFailure == FailurePolicy.FailFast && buildEvent is ServiceFinished { Result.Outcome: ServiceOutcome.Failed })
                stopping = stop.CancelAsync();
        }
    }
}
