using Attune.Benchmarks.Scratch;
using Attune.Dockerfiles;
using Attune.Source;

namespace Attune.Benchmarks.Tests.Scratch;

public sealed class MarkedDockerfileTests
{
    [Theory]
    [InlineData("RUN make", "RUN : m && make")]
    [InlineData("RUN --mount=type=cache,target=/a/b make", "RUN --mount=id=m-a-b,type=cache,target=/a/b : m && make")]
    [InlineData("RUN --mount=type=cache,id=own,target=/a make", "RUN --mount=type=cache,id=mown,target=/a : m && make")]
    [InlineData("RUN --mount=\"type=cache,target=/a\" make", "RUN --mount=\"id=m-a,type=cache,target=/a\" : m && make")]
    [InlineData("RUN --mount=type=bind,target=/a make", "RUN --mount=type=bind,target=/a : m && make")]
    [InlineData("RUN [\"make\"]", "RUN [\"make\"]")]
    [InlineData("RUN <<E\nmake\nE", "RUN <<E\nmake\nE")]
    public void Gives_caches_and_steps_a_mark(string before, string after) =>
        Assert.Equal($"FROM a\n{after}\n", MarkedDockerfile.Create(Parse(before), "m"));

    [Theory]
    [InlineData("RUN --mount=type=cache,target=/a [\"make\"]")]
    [InlineData("RUN --mount=type=cache,target=/a <<E\nmake\nE")]
    public void Refuses_a_step_that_would_not_start_cold(string step) =>
        Assert.Throws<LocatedException>(() => MarkedDockerfile.Create(Parse(step), "m"));

    private static DockerfileDocument Parse(string step) => DockerfileDocument.Parse(new("Dockerfile", $"FROM a\n{step}\n"));
}
