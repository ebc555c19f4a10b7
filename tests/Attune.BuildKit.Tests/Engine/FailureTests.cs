namespace Attune.BuildKit.Tests.Engine;

public sealed class FailureTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const string Base = "FROM " + TestImages.Busybox + "\n";

    /// <summary>Docker 20.10 sends no details of an error.</summary>
    private bool TellsSources => Version.Parse(engine.Client.Engine.ApiVersion!) >= new Version(1, 42);

    [EngineFact]
    public async Task Names_the_step_and_its_line()
    {
        var (error, updates) = await FailAsync(Base + $"RUN echo {Guid.NewGuid()} && cat /nowhere && exit 7\n");

        Assert.Equal(BuildKitErrorKind.BuildFailed, error.Kind);
        Assert.Contains("exit code: 1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rpc error", error.Message, StringComparison.Ordinal);
        Assert.Contains("/nowhere", updates.Output, StringComparison.Ordinal);
        Assert.Contains(updates.Vertices, v => v.Error is not null);
        Assert.Equal(TellsSources ? new SourceRange("Dockerfile", 2, 2) : null, error.SourceRange);
        Assert.Equal(TellsSources, error.VertexDigest is not null);
    }

    [EngineFact]
    public async Task Names_the_line_that_does_not_parse()
    {
        var (error, _) = await FailAsync(Base + "RUM echo\n");

        Assert.Contains("unknown instruction: RUM", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(TellsSources ? new SourceRange("Dockerfile", 2, 2) : null, error.SourceRange);
    }

    [EngineFact]
    public async Task Names_the_target_that_is_missing()
    {
        var (error, _) = await FailAsync(Base, ("target", "nope"));
        Assert.Equal("target stage nope could not be found", error.Message.Replace("\"", "", StringComparison.Ordinal));
    }

    [EngineFact]
    public async Task Names_the_file_that_is_missing()
    {
        var (error, _) = await FailAsync(Base + "COPY missing /m\n");
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        Assert.Equal(BuildKitErrorKind.BuildFailed, error.Kind);
    }

    [EngineFact]
    public async Task Names_the_file_whose_name_cannot_be_sent()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + "COPY . /src\n");
        await Shell.RunAsync($"touch \"$(printf '{context.Path}/bad\\377name')\"");
        var error = await FailAsync(context);
        await Shell.RunAsync($"rm -f {context.Path}/bad*");
        Assert.Contains("is not valid UTF-8", error.Message, StringComparison.Ordinal);
    }

    private async Task<(BuildKitException Error, RecordedUpdates Updates)> FailAsync(string dockerfile, params (string, string)[] attributes)
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", dockerfile);
        var updates = new RecordedUpdates();
        return (await FailAsync(context, updates, attributes), updates);
    }

    private async Task<BuildKitException> FailAsync(TempDirectory context, RecordedUpdates? updates = null, params (string, string)[] attributes)
    {
        await using var session = await engine.OpenAsync(context.Path);
        return await Assert.ThrowsAsync<BuildKitException>(() => engine.Client.SolveAsync(
            EngineFixture.Request(session, "attune-test/buildkit:failed", attributes), (updates ?? new RecordedUpdates()).Add));
    }
}
