using Attune.Builds.Events;
using Attune.Fleets.Placement;

namespace Attune.Fleets.Tests.Placement;

public sealed class PlacementLedgerTests
{
    [Fact]
    public void Remembers_where_services_were_built_and_how_long_that_took()
    {
        var ledger = new PlacementLedger().With([Result("a", ServiceOutcome.Built, 12.5), Result("b", ServiceOutcome.Failed, 3)], s => $"tcp://{s}:1");
        // All cached: the engine counts, the time doesn't.
        ledger = PlacementLedger.Parse(ledger.With([Result("a", ServiceOutcome.Cached, 0.1)], _ => "tcp://b:1").ToJson());
        var experience = ledger.For(["tcp://a:1", "tcp://b:1"]);
        Assert.Equal((12.5, 1), (experience.Weight("a"), experience.LastEngine("a")));
        Assert.Equal((null, null), (experience.Weight("b"), experience.LastEngine("b")));
        Assert.Null(ledger.For(["tcp://c:1"]).LastEngine("a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("null")]
    public void A_ledger_that_cannot_be_read_is_empty(string text) => Assert.Empty(PlacementLedger.Parse(text).Entries);

    private static ServiceResult Result(string service, ServiceOutcome outcome, double seconds) => new(service, outcome, TimeSpan.FromSeconds(seconds), default);
}
