using System.Collections.Immutable;
using System.Globalization;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Projects;
using Attune.RaceLab.Contenders;
using Attune.RaceLab.Measures;
using Attune.Source;

namespace Attune.RaceLab.Trials;

/// <summary>
/// Lets contenders build beside each other, again and again, each time with cold caches. What it makes on the engine is called
/// <c>attune-race-lab</c> or <c>race-lab-…</c>, and is gone when it is disposed; the layers of its image stay cached.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="clock">The clock.</param>
public sealed class Laboratory(BuildEngine engine, TimeProvider clock) : IAsyncDisposable
{
    // Cleaning up must not hang on an engine that was lost.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _run = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The image that trials start from.</summary>
    public string Image => $"attune-race-lab:{_run}";

    /// <summary>Builds <see cref="Image"/>.</summary>
    /// <param name="plan">Of <see cref="BenchFolder.Image"/>.</param>
    /// <param name="sink">Told what happens.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>cargo's version.</returns>
    /// <exception cref="UserErrorException">The image can't be built.</exception>
    public async Task<string> PrepareAsync(BuildPlan plan, IBuildSink sink, CancellationToken cancellationToken)
    {
        var result = await Builder().BuildAsync(plan, new(LayerCachePolicy.Use, BasePullPolicy.Missing), new(1, FailurePolicy.Continue), sink, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!result.IsSuccess)
            throw new UserErrorException("The race lab's image can't be built", "The race lab needs a Rust image: RUST_IMAGE.");
        var version = await new CacheVisitor(engine).RunAsync(new(Image, [], "cargo --version"), Mark("version", 0), cancellationToken);
        return version.Trim();
    }

    /// <summary>Runs one trial.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing runs any more, and the trial's caches are gone.</exception>
    public async Task<TrialOutcome> TryAsync(Contender contender, int trial, CancellationToken cancellationToken)
    {
        var mark = Mark(contender.Name, trial);
        var plan = contender.Plan(ImmutableDictionary<string, string>.Empty
            .Add("BUILDKIT_CACHE_MOUNT_NS", mark).Add(ProjectDockerfile.ImageArgument, Image));
        var caches = new ColdCaches(engine, mark);
        try
        {
            await caches.MakeAsync(plan, Image, cancellationToken);
            var begun = clock.GetTimestamp();
            var results = new List<ServiceResult>();
            if (contender.First is { } first)
                results.AddRange(await BuildAsync(plan.Only(first), cancellationToken));
            results.AddRange(await BuildAsync(plan with { Services = [.. plan.Services.Where(s => s.Name != contender.First)] }, cancellationToken));
            var duration = clock.GetElapsedTime(begun);
            return new(results.Count, duration, [.. results.Where(r => r.Failure is not null).Select(Error)]);
        }
        finally
        {
            using var limit = new CancellationTokenSource(_patience, clock);
            await caches.RemoveAsync(limit.Token);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(_patience, clock);
        if (engine.Images is { } images)
            await images.RemoveAsync(Image, limit.Token);
    }

    private async Task<IReadOnlyList<ServiceResult>> BuildAsync(BuildPlan plan, CancellationToken cancellationToken)
    {
        var options = new BuildOptions(LayerCachePolicy.Rerun, BasePullPolicy.Missing) { Images = ImagePolicy.Discard };
        await using var silence = new Silence();
        var result = await Builder().BuildAsync(plan, options, new(plan.Services.Length, FailurePolicy.Continue), silence, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result.Services;
    }

    private ProjectBuilder Builder() => new(engine, clock);

    private string Mark(string contender, int trial)
    {
        var name = string.Concat(contender.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"race-lab-{_run}-{name}-{trial}-");
    }

    private static TrialError Error(ServiceResult result) =>
        new(result.Service, result.Failure!.LastLines.Count > 0 ? [.. result.Failure.LastLines] : [result.Failure.Message]);

    private sealed class Silence : IBuildSink
    {
        public void Publish(BuildEvent buildEvent)
        {
            // Only the results count.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
