using Attune.BuildKit.Control;
using Attune.Builds;

namespace Attune.Benchmarks.Scratch;

/// <summary>What a scratch project's builds leave on an engine: records whose description has the mark, and images.</summary>
/// <param name="engine">The engine.</param>
/// <param name="clock">The clock.</param>
public sealed class Leftovers(BuildEngine engine, TimeProvider clock)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);
    private readonly HashSet<string> _images = [];

    /// <summary>Remembers what the images' names stand for now: the next build takes the names away from them.</summary>
    public async Task RememberAsync(ScratchProject project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        foreach (var name in project.Images)
            if (engine.Images is { } images && await images.FindAsync(name, cancellationToken) is { } image)
                _images.Add(image.Id);
    }

    /// <summary>Removes all of it; nothing that belongs to anybody else.</summary>
    public async Task RemoveAsync(ScratchProject project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (engine.Images is { } images)
            foreach (var name in project.Images.Concat(_images))
                await images.RemoveAsync(name, cancellationToken);
        _images.Clear();
        while (await FindAsync(project.Mark, cancellationToken) is [_, ..] records)
        {
            foreach (var record in records)
                await foreach (var _ in engine.Client.PruneAsync(new() { Filters = [$"id=={record.Id}"], Scope = PruneScope.All }, cancellationToken))
                {
                    // Each answer is a record that is gone.
                }

            // An engine lets go of a step's caches a moment after the step has ended.
            await Task.Delay(_pause, clock, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<CacheRecord>> FindAsync(string mark, CancellationToken cancellationToken)
    {
        var records = await engine.Client.DiskUsageAsync([], cancellationToken);
        return [.. records.Where(r => r.Description.Contains(mark, StringComparison.Ordinal))];
    }
}
