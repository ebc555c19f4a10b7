using System.Globalization;
using Attune.Dockerfiles.Mounts;

namespace Attune.Hazards.Facts;

/// <summary>What a queue for a cache costs: as measured in earlier builds, else as the plan has it.</summary>
/// <param name="queue">The uses that wait for each other.</param>
/// <param name="record">What earlier builds took, if any is known.</param>
internal sealed class QueueCost(UseGroup queue, IBuildRecord? record)
{
    /// <summary>Half a sentence on the cost.</summary>
    public string Describe() => Waited() ?? AtLeast();

    private string? Waited()
    {
        var waits = Known((service, cache) => record?.WaitOf(service, cache)).Where(w => w.Time > TimeSpan.Zero).ToList();
        return waits switch
        {
            [] => null,
            [var only] => $"in the last build {only.Service} waited {Seconds(only.Time)} for it",
            _ => $"in the last build they waited {Seconds(Sum(waits))} for it, {waits.MaxBy(w => w.Time).Service} the longest with {Seconds(waits.Max(w => w.Time))}",
        };
    }

    // Whoever comes last waits for all the others: at least for all but the longest.
    private string AtLeast()
    {
        var others = queue.Select(u => u.Step).Distinct().Count() - 1;
        var works = Known((service, cache) => record?.WorkOf(service, cache));
        var time = works.Count == queue.Services.Length && works.Count > 1 ? $", by earlier builds at least {Seconds(Sum(works) - works.Max(w => w.Time))}" : "";
        return $"the last waits for {(others == 1 ? "one other RUN" : string.Create(CultureInfo.InvariantCulture, $"{others} other RUNs"))} from start to end{time}";
    }

    private List<(string Service, TimeSpan Time)> Known(Func<string, CacheMount, TimeSpan?> timeOf) =>
    [
        .. from occurrence in queue.SelectMany(u => u.Occurrences)
           group occurrence.Mount by occurrence.Step.Build.Service.Name into service
           let time = timeOf(service.Key, service.First())
           where time is not null
           select (service.Key, time.Value),
    ];

    private static TimeSpan Sum(IEnumerable<(string Service, TimeSpan Time)> times) => times.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Time);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
