using Attune.Builds.Caching;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;

namespace Attune.RaceLab.Tests.Trials;

/// <summary>The shared caches of a plan, mounted by a step that goes on until this is disposed of.</summary>
internal sealed class HeldCaches : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _step;

    public HeldCaches(CacheVisitor visitor, BuildPlan plan, string image, string mark)
    {
        var mounts = plan.Services.SelectMany(s => s.CacheMounts).Where(CacheVisit.CanMount).DistinctBy(m => m.MountPath);
        var visit = new CacheVisit(image, [.. mounts], "sleep 600") { Expansion = plan.Services[0].Inputs.MountExpansion, Sharing = CacheSharing.Shared };
        _step = visitor.RunAsync(visit, mark + "-held", _end.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _step.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }
}
