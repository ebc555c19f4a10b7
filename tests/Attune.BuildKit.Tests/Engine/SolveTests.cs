namespace Attune.BuildKit.Tests.Engine;

public sealed class SolveTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const string Base = "FROM " + TestImages.Busybox + "\n";

    [EngineFact]
    public async Task Builds_an_image_from_a_local_directory()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + "COPY greeting /g\nRUN cat /g\n");
        context.Write("greeting", "hello " + Guid.NewGuid());
        var updates = new RecordedUpdates();
        await using var session = await engine.OpenAsync(context.Path);

        var result = await engine.Client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:solve"), updates.Add);

        Assert.StartsWith("sha256:", result.ImageDigest, StringComparison.Ordinal);
        Assert.Contains("hello ", updates.Output, StringComparison.Ordinal);
        Assert.All(updates.Vertices, v => Assert.NotNull(v.Completed));
    }

    [EngineFact]
    public async Task Sends_nothing_when_nothing_changed()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + "COPY . /src\n");
        context.Write("a/b", "b");
        foreach (var expected in new[] { 3L, 0L })
        {
            var transfers = new RecordedTransfers();
            await using var session = await engine.OpenAsync(context.Path, transfers);
            await engine.Client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:unchanged"));
            Assert.True(expected == transfers.FilesSent, string.Join('\n', transfers.Ended));
        }
    }
}
