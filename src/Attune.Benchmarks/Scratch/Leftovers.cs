using System.Globalization;
using Attune.Builds;
using Attune.Builds.Caching;

namespace Attune.Benchmarks.Scratch;

/// <summary>What a scratch project's builds leave on an engine: records whose description has the mark, and images.</summary>
/// <param name="engine">The engine.</param>
/// <param name="clock">The clock.</param>
public sealed class Leftovers(BuildEngine engine, TimeProvider clock)
{
    private readonly HashSet<string> _images = [];

    /// <summary>Remembers what the images' names stand for now: the next build takes the names away from them.</summary>
    public async Task RememberAsync(ScratchProject project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        foreach (var name in project.Images)
            if (engine.Images is { } images && await images.FindAsync(name, cancellationToken) is { } image)
                _images.Add(image.Id);
    }

    /// <summary>
    /// Removes all of it; nothing that belongs to anybody else. Images come first, since they take the room and nothing can hold them; they come last
    /// again, since an engine may finish one that was being made when its build was ended.
    /// </summary>
    /// <param name="projects">Whose.</param>
    /// <param name="patience">How long to wait for the records of one project that the engine doesn't let go of.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What stays on the engine, in words; nothing when all is gone.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(IReadOnlyCollection<ScratchProject> projects, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(projects);
        await RemoveImagesAsync(projects, cancellationToken);
        var stuck = 0;
        foreach (var project in projects)
            stuck += await RemoveRecordsAsync(project, patience, cancellationToken);
        await RemoveImagesAsync(projects, cancellationToken);
        _images.Clear();
        return stuck == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{stuck} records of the build cache that are in use")];
    }

    private async Task RemoveImagesAsync(IEnumerable<ScratchProject> projects, CancellationToken cancellationToken)
    {
        if (engine.Images is { } images)
            foreach (var name in projects.SelectMany(p => p.Images).Concat(_images))
                await images.RemoveAsync(name, cancellationToken);
    }

    // How many stay.
    private async Task<int> RemoveRecordsAsync(ScratchProject project, TimeSpan patience, CancellationToken cancellationToken)
    {
        var records = new MarkedRecords(engine.Client, project.Mark);
        using var limit = new CancellationTokenSource(patience, clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await records.RemoveAsync(ended.Token);
            return 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (await records.ListAsync(cancellationToken)).Count;
        }
    }
}
