using Attune.Schedules.History;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.Checks;

public sealed class MeasuredQueueTests : IDisposable
{
    private const string Compose = """
        name: shop
        services:
          api: { build: { context: ., args: { SERVICE: api } } }
          worker: { build: { context: ., args: { SERVICE: worker } } }
        """;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_needless_queue_is_reported_with_what_it_took_in_the_last_build()
    {
        _directory.Write("compose.yml", Compose);
        _directory.Write("Dockerfile", "FROM golang:1.25\nARG SERVICE\nRUN --mount=type=cache,target=/go/pkg/mod,sharing=locked go build ./cmd/$SERVICE\n");
        var history = HistoryFile.PathFor(Path.Combine(_directory.Path, ".nuke", "temp"), "shop", _directory.Path);
        _directory.Write(Path.GetRelativePath(_directory.Path, history), """
            {"version":1,"cpus":2,"steps":[],"services":[],
             "runs":[{"number":1,"at":"2026-01-02T03:04:05Z","seconds":60,"executed":2,"waits":[{"service":"worker","cache":"/go/pkg/mod","seconds":31.5}]}]}
            """);
        var host = new TestHost(_directory.Path);
        await using var workflow = new AttuneWorkflow(new(_directory.Path) { Output = new() { Format = ReportFormat.Text } }, host.Create());
        await workflow.VerifyLockedMountsAsync();
        Assert.Contains("in the last build worker waited 31.5 s for it", host.Output, StringComparison.Ordinal);
    }
}
