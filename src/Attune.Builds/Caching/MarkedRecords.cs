using Attune.BuildKit;
using Attune.BuildKit.Control;

namespace Attune.Builds.Caching;

/// <summary>
/// The records of an engine's build cache that have a mark in their description: those made by steps whose text has it. No others are looked at: an
/// engine holds what it measures, and a step that wants to share it meanwhile gets an empty one (docs/cache-mounts.md).
/// </summary>
/// <param name="client">The engine's.</param>
/// <param name="mark">The mark; letters, digits, <c>-</c> and <c>_</c>.</param>
public sealed class MarkedRecords(BuildKitClient client, string mark)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Those that there are.</summary>
    /// <exception cref="BuildKitException">The engine was lost.</exception>
    public Task<IReadOnlyList<CacheRecord>> ListAsync(CancellationToken cancellationToken) => client.DiskUsageAsync([$"description~=\"{mark}\""], cancellationToken);

    /// <summary>Removes them. Those in use can't be removed: it waits until the engine lets go of them, a moment after their step has ended.</summary>
    /// <exception cref="BuildKitException">The engine was lost.</exception>
    /// <exception cref="OperationCanceledException">It was ended; some may be left.</exception>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        while (await ListAsync(cancellationToken) is [_, ..] records)
        {
            var request = new PruneRequest { Filters = [.. records.Select(r => "id==" + r.Id)], Scope = PruneScope.All };
            await foreach (var _ in client.PruneAsync(request, cancellationToken))
            {
                // Each answer is a record that is gone.
            }

            if (records.Any(r => r.IsInUse))
                await Task.Delay(_pause, cancellationToken);
        }
    }
}
