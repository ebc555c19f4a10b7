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
    public async Task Says_which_steps_were_cached()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"RUN echo {Guid.NewGuid()}\n");
        await using var session = await engine.OpenAsync(context.Path);
        foreach (var expected in new[] { false, true })
        {
            var updates = new RecordedUpdates();
            await engine.Client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:cached"), updates.Add);
            Assert.Equal(expected, Assert.Single(updates.Vertices, v => v.Name.Contains("RUN echo", StringComparison.Ordinal)).IsCached);
        }
    }

    [EngineFact]
    public async Task Sends_nothing_of_an_unchanged_context()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + "COPY . /src\n");
        context.Write("a/b", "b");
        foreach (var expected in new[] { 2L, 0L })
        {
            var transfers = new RecordedTransfers();
            await using var session = await engine.OpenAsync(context.Path, transfers);
            await engine.Client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:unchanged"));
            Assert.Equal(expected, transfers.Ended.Where(t => t.Directory == "context").Sum(t => t.Count.FilesSent));
        }
    }

    [EngineFact]
    public async Task Syncs_once_for_solves_that_share_a_session()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + "ARG N\nCOPY . /src\nRUN echo $N\n");
        context.Write("f", Guid.NewGuid().ToString());
        var transfers = new RecordedTransfers();
        await using var session = await engine.OpenAsync(context.Path, transfers);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => engine.Client.SolveAsync(
            EngineFixture.Request(session, $"attune-test/buildkit:shared{n}", ("build-arg:N", $"{n}")))));

        // The Dockerfile, the .dockerignore (absent) and the context: three, not fifteen.
        Assert.True(transfers.Ended.Count <= 4, string.Join('\n', transfers.Ended));
    }

    [EngineFact]
    public async Task Sends_the_rest_of_a_build_to_a_slow_receiver_too()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"RUN echo {Guid.NewGuid()}; for i in $(seq 1 200); do echo line $i; done\n");
        var updates = new RecordedUpdates();
        await using var session = await engine.OpenAsync(context.Path);

        await engine.Client.SolveAsync(EngineFixture.Request(session), async update =>
        {
            await Task.Delay(20);
            await updates.Add(update);
        });

        Assert.Contains("line 200\n", updates.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Ends_the_build_when_the_receiver_fails()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"RUN echo {Guid.NewGuid()}; sleep 60\n");
        await using var session = await engine.OpenAsync(context.Path);

        var build = engine.Client.SolveAsync(EngineFixture.Request(session), _ => throw new InvalidOperationException("no room"));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => build.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("no room", error.Message);
    }
}
