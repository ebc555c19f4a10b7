using Attune.Dockerfiles.Context;

namespace Attune.Dockerfiles.Tests;

/// <summary>What the frontend asks of the main context, as seen on an engine by the size of what was sent.</summary>
public class ContextTests
{
    [Theory]
    [InlineData("COPY only.txt ./", "only.txt")]
    [InlineData("COPY /a/../b ./c/ /d/", "b c")]
    [InlineData("COPY ../up /d/", "up")]
    [InlineData("COPY . /d/", "All")]
    [InlineData("COPY / /d/", "All")]
    [InlineData("COPY --exclude=big . /x", "All")]
    [InlineData("COPY --parents sub/./s.txt /x", "sub/s.txt")]
    [InlineData("COPY a b a /x/", "a b")]
    [InlineData("RUN --mount=type=bind,source=sub,target=/t true", "sub")]
    [InlineData("RUN --mount=target=/t true", "All")]
    [InlineData("RUN --mount=type=bind,from=busybox,target=/t true", "None")]
    [InlineData("COPY only.txt ./\nRUN --mount=type=tmpfs,target=/t true", "All")]
    [InlineData("RUN --mount=type=tmpfs,target=/t true", "None")]
    [InlineData("RUN --mount=type=cache,target=/t --mount=type=secret,id=s --mount=type=ssh true", "None")]
    [InlineData("ADD https://a/b http://c/d /x/", "None")]
    [InlineData("COPY --from=busybox /a /b", "None")]
    [InlineData("COPY <<EOF /b\nx\nEOF", "None")]
    [InlineData("ARG D=src\nCOPY $D/*.cs /x/", "src/*.cs")]
    [InlineData("ARG D=src\nCOPY [\"$D/a b\", \"/x/\"]", "src/a b")]
    [InlineData("ONBUILD COPY . .", "None")]
    public void Asks_for_what_the_engine_asks_for(string instructions, string expected)
    {
        var text = $"FROM busybox AS unused\nCOPY unused /\nFROM busybox\n{instructions}\n";
        var paths = DockerfileDocument.Parse(new("Dockerfile", text)).Resolve(new()).ContextPaths;
        Assert.Equal(expected, paths.Extent == ContextExtent.Some ? string.Join(' ', paths.Paths) : paths.Extent.ToString());
    }

    [Fact]
    public void Gives_equal_keys_to_builds_that_ask_for_the_same()
    {
        Assert.Equal(KeyOf("COPY a b /x/"), KeyOf("COPY ./b /y\nCOPY a/ /z"));
        Assert.NotEqual(KeyOf("COPY a /x/"), KeyOf("COPY a b /x/"));
        Assert.NotEqual(KeyOf("COPY All /x/"), KeyOf("COPY . /x/"));
    }

    private static string KeyOf(string instructions) =>
        DockerfileDocument.Parse(new("Dockerfile", $"FROM a\n{instructions}\n")).Resolve(new()).ContextPaths.Key;
}
