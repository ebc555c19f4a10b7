using Attune.Builds.Events;

namespace Attune.Reports.Tests.Support;

/// <summary>The events of a build, shuffled, doubled and dropped: what no engine should send and some do.</summary>
internal static class AnyOrder
{
    public static IReadOnlyList<BuildEvent> Of(int seed)
    {
#pragma warning disable CA5394 // Do not use insecure randomness: a test has to be repeatable.
        var random = new Random(seed);
        var events = Scenarios.SixServices.Concat(Scenarios.SixServices).ToArray();
        random.Shuffle(events);
        return events[..random.Next(events.Length)];
#pragma warning restore CA5394
    }
}
