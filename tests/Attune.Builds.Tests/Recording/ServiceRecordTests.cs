using Attune.Builds.Events;
using Attune.Builds.Recording;

namespace Attune.Builds.Tests.Recording;

public sealed class ServiceRecordTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private readonly ServiceRecord _record = new();

    [Fact]
    public void Counts_steps_of_the_Dockerfile_only()
    {
        Step("a", "[internal] load build definition from Dockerfile", StepState.Done);
        Step("b", "[build 1/3] FROM docker.io/library/rust", StepState.Done);
        Step("c", "[build 2/3] WORKDIR /build", StepState.Cached);
        Step("d", "[build 3/3] RUN make", StepState.Running);
        Step("d", "[build 3/3] RUN make", StepState.Done);
        Step("e", "exporting to image", StepState.Done);
        Assert.Equal(new StepCount(1, 1), _record.CountSteps());
    }

    [Fact]
    public void Keeps_the_last_lines_of_the_failing_step()
    {
        Step("d", "[3/3] RUN make", StepState.Running);
        for (var i = 1; i <= 300; i++)
            _record.Take(new StepOutput(_now, "api", "d", OutputStream.Out, $"line {i}\n"));
        _record.Take(new StepOutput(_now, "api", "d", OutputStream.Error, "10 %\r50 %\rend"));
        Step("d", "[3/3] RUN make", StepState.Failed);
        var failed = _record.FailedStep();
        Assert.NotNull(failed);
        var lines = _record.LastLinesOf(failed);
        Assert.Equal(200, lines.Count);
        Assert.Equal(["line 300", "end"], lines.TakeLast(2));
    }

    [Theory]
    [InlineData("[build 3/5] RUN cargo build", "build", 3, "RUN")]
    [InlineData("[3/5] COPY . .", null, 3, "COPY")]
    [InlineData("[linux/arm64 stage-1 2/2] WORKDIR /x", "stage-1", 2, "WORKDIR")]
    public void Reads_a_step_name(string name, string? stage, int number, string keyword)
    {
        var step = StepName.TryParse(name);
        Assert.NotNull(step);
        Assert.Equal((stage, number, keyword), (step.Stage, step.Number, step.Keyword));
    }

    [Theory]
    [InlineData("[internal] load .dockerignore")]
    [InlineData("exporting layers")]
    [InlineData("[auth] library/rust:pull token for registry-1.docker.io")]
    public void Leaves_other_vertices_alone(string name) => Assert.Null(StepName.TryParse(name));

    private void Step(string id, string name, StepState state) => _record.Take(new StepChanged(_now, "api", new(id, name, state, null, null, null)));
}
