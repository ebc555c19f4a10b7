using Attune.Engines.BaseImages;

namespace Attune.Engines.Tests.BaseImages;

public class BaseImageDecisionTests
{
    private static readonly BaseImageRequest Request = new("RUST_IMAGE", "rust:1", "attune/rust:trixie");

    [Fact]
    public Task Prefers_what_is_there_and_asks_the_network_last()
    {
        var table = from user in (string?[])[null, "mine"]
                    from own in (Presence[])[Presence.Absent, Presence.Present]
                    from offline in Enum.GetValues<Presence>()
                    from registry in Enum.GetValues<Registry>()
                    let facts = new BaseImageFacts(Request with { UserValue = user }, own, offline, registry)
                    let choice = BaseImageDecision.Next(facts)
                    select $"user {user ?? "-",-4}  default {own,-7}  offline {offline,-7}  registry {registry,-8}  -> {choice}";
        return Verifier.Verify(string.Join('\n', table));
    }
}
