using Attune.BuildKit.Control;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Caches.Pruning;
using Attune.Compose;
using Attune.Projects;
using Attune.Reports.Caches;
using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Tests.Caches;

public sealed class CacheReportTests
{
    private const string Dockerfile = """
        FROM rust AS api
        RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked --mount=type=cache,target=/build/target,sharing=locked cargo build
        FROM rust AS worker
        RUN --mount=type=cache,target=/build/target cargo test
        FROM node AS web
        RUN --mount=type=cache,target=/root/.npm npm ci
        """;

    private static readonly DateTimeOffset _now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly GcRule[] _rules =
    [
        new() { Filters = ["type==source.local", "type==exec.cachemount"], KeepDuration = TimeSpan.FromHours(48), MaxUsedSpace = 1_000_000_000 },
        new() { MaxUsedSpace = 80_000_000_000, MinFreeSpace = 20_000_000_000 },
    ];

    [Theory]
    [InlineData(140)]
    [InlineData(80)]
    public Task Shows_what_is_kept_for_whom(int width) => Verify(CacheReport.Render(Inventory(_rules), _now, width), $"{width}");

    [Fact]
    public Task Says_that_an_engine_lists_no_rules() => Verify(CacheReport.Render(Inventory([]), _now, 120).TakeLast(2));

    [Fact]
    public Task Gives_programs_everything() => Verifier.Verify(CacheJson.Render(Inventory(_rules)));

    [Fact]
    public Task Foretells_a_prune() => Verify(PruneReport.Forecast(PrunePlan.Of(Inventory([]), new() { UnusedFor = TimeSpan.FromDays(1) }, _now), 100));

    [Fact]
    public Task Shows_what_a_prune_did()
    {
        var plan = PrunePlan.Of(Inventory([]), new() { Mounts = ["registry"] }, _now);
        var outcome = new PruneOutcome(plan.Expected) { Left = [], Unconfirmed = [] };
        return Verify(PruneReport.Render(plan, outcome, 100));
    }

    private static CacheInventory Inventory(GcRule[] rules)
    {
        using var directory = new TempDirectory();
        directory.Write("Dockerfile", Dockerfile);
        directory.Write("compose.yml", "services:\n" + string.Concat(new[] { "api", "worker", "web" }.Select(s => $"  {s}: {{ build: {{ context: ., target: {s} }} }}\n")));
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = directory.Path, Environment = new Dictionary<string, string>() }, files);
        CacheRecord[] records =
        [
            Mount("r1", "/usr/local/cargo/registry", "cargo build", 345_678_901, 3),
            Mount("r2", "/build/target", "cargo build", 1_234_567_890, 0),
            Mount("r3", "/build/target", "cargo test", 0, 0) with { IsInUse = true },
            Mount("r4", "/var/cache/other", "make", 45_000, 9),
            Mount("r5", "/given/up", "cargo build", 12_300, 4),
            new() { Id = "l1", Type = "regular", Description = "mount / from exec /bin/sh -c   apt-get update", Size = 5_000, UsageCount = 1, LastUsedAt = _now.AddDays(-5) },
        ];
        var ledger = new CacheLedger { Entries = new CacheLedger().Entries.Add("r5", new("//given/up", "none", _now)) };
        return CacheInventory.Of(ProjectCache.Of(BuildPlan.Of(project, new(directory.Path), files)), records, rules, ledger, _now) with { Lost = ["mea8ld4mwgxb59yx3kfwh6jph"] };
    }

    private static CacheRecord Mount(string id, string target, string command, long size, int days) => new()
    {
        Id = id,
        Type = "exec.cachemount",
        Description = $"cached mount {target} from exec /bin/sh -c {command} with id \"/{target}\"",
        Size = size,
        UsageCount = 4,
        CreatedAt = _now.AddDays(-days - 1),
        LastUsedAt = _now.AddDays(-days),
    };

    private static Task Verify(IEnumerable<StyledLine> lines, string? suffix = null, [System.Runtime.CompilerServices.CallerMemberName] string member = "") =>
        Verifier.Verify(string.Join('\n', lines), suffix, member: member);
}
