using System.Collections.Immutable;
using Attune.Builds.Running;
using Attune.Dockerfiles.Mounts;
using Attune.Schedules.Contention;
using Attune.Schedules.History;
using FsCheck;
using FsCheck.Fluent;

#pragma warning disable CA5394 // Random is insecure: a test needs a seed, not a secret.

namespace Attune.Schedules.Tests.Simulation;

/// <summary>A build of services with random steps, locks, durations and images that start from each other.</summary>
public sealed record RandomBuild(ContentionModel Model, DurationHistory History, int MaxParallel)
{
    public BuildDurations Durations { get; } = new(Model, History, LayerCachePolicy.Rerun);

    /// <inheritdoc/>
    public override string ToString() => $"at most {MaxParallel}: " + string.Join("; ", Model.Services.Select(s =>
        $"{s.Service} after [{string.Join(',', s.After)}] " + string.Join(" ", s.Steps.Select(p =>
            $"{Durations.Of(p).TotalSeconds:0.0}s({string.Join(',', p.Claims.Select(c => c.Cache.Id + ":" + c.Sharing))})"))));
}

public static class RandomBuilds
{
    public static Arbitrary<RandomBuild> Arbitrary() => Gen.Choose(0, int.MaxValue - 1).Select(seed => Make(new(seed))).ToArbitrary();

    private static RandomBuild Make(Random random)
    {
        var services = new List<ServiceSteps>();
        var entries = new List<StepEntry>();
        foreach (var i in Enumerable.Range(0, random.Next(1, 12)))
        {
            var name = $"s{i}";
            ImmutableArray<string> after = i > 0 && random.Next(4) == 0 ? [$"s{random.Next(i)}"] : [];
            var steps = ImmutableArray.CreateBuilder<PlannedStep>();
            foreach (var n in Enumerable.Range(1, random.Next(1, 5)))
            {
                // A step in five is the same one in several services.
                var identity = random.Next(5) == 0 ? $"shared-{n}" : $"{name}-{n}";
                var key = new StepKey(name, "build", identity);
                entries.Add(new(name, "build", identity, 1, 0, [new(random.Next(1, 300) / 10.0, 1)]));
                steps.Add(Step(key, n, identity.StartsWith('s') && identity.Contains("hared", StringComparison.Ordinal) ? [] : Claims(random)));
            }

            services.Add(new(name, after, steps.ToImmutable()));
        }

        var history = new DurationHistory(new(HistoryDocument.CurrentVersion, random.Next(1, 9), entries, [], []));
        return new(new([.. services]), history, random.Next(1, 6));
    }

    private static PlannedStep Step(StepKey key, int number, ImmutableArray<CacheClaim> claims) => new()
    {
        Key = key,
        Identity = key.Digest,
        Stage = key.Stage,
        Number = number,
        Keyword = "RUN",
        Text = "RUN make",
        Needs = number == 1 ? [] : [number - 2],
        Claims = claims,
    };

    // In any order, so that some could wait for each other for ever.
    private static ImmutableArray<CacheClaim> Claims(Random random) =>
    [
        .. Enumerable.Range(0, 4).OrderBy(_ => random.Next()).Take(random.Next(0, 3))
            .Select(c => new CacheClaim(new($"/c{c}", ""), random.Next(4) switch { 0 => CacheSharing.Shared, 1 => CacheSharing.Private, _ => CacheSharing.Locked })),
    ];
}
