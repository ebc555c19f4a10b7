using Attune.Source;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Attune.Hazards.Tests;

public sealed class NeverThrowsTests
{
    private static readonly string[] _lines =
    [
        "FROM alpine AS one", "FROM one AS two", "FROM --platform=$BUILDPLATFORM rust", "FROM debian:trixie", "FROM scratch AS three",
        "ARG SERVICE", "ARG TARGETARCH", "ARG X=/c", "ENV CARGO_HOME=/cargo X=1", "WORKDIR /src", "WORKDIR sub", "COPY . .", "COPY --from=one /c/x /y",
        "COPY --from=0 / /", "ONBUILD RUN --mount=type=cache,target=/c make",
        "RUN --mount=type=cache,target=/c make", "RUN --mount=type=cache,target=/c,sharing=locked make", "RUN --mount=type=cache,target=c,sharing=private make",
        "RUN --mount=type=cache,id=a,target=/a,sharing=locked --mount=type=cache,id=b,target=/b,sharing=locked x",
        "RUN --mount=type=cache,id=b,target=/a,sharing=locked --mount=type=cache,id=a,target=/b,sharing=locked x",
        "RUN --mount=type=cache,id=x-${SERVICE},target=$X,uid=1000 cargo build", "RUN --mount=type=cache,id=$TARGETARCH,target=/root/.cache pip install x",
        "RUN --mount=type=cache,target=/var/cache/apt apt-get install -y x", "RUN --mount=type=cache,from=one,source=/x,target=/c,mode=0700,ro x",
        "RUN --mount=type=cache,target=/c [\"make\"]", "RUN --mount=type=cache,target=/c <<EOF\nmake\nEOF", "RUN --mount=type=cache,target=/ x", "USER 1", "CMD x",
        "# attune: ignore=CM001 because",
    ];

    private static readonly string[] _builds =
    [
        "{ context: ., args: { SERVICE: SELF } }", "{ context: ., target: one }", "{ context: ., no_cache: true }", "{ context: ., platforms: [linux/amd64, linux/arm64] }",
        "{ context: ., additional_contexts: { one: \"service:s0\" } }", "{ context: ., args: { BUILDKIT_CACHE_MOUNT_NS: n } }", ".", "https://example.com/x.git",
    ];

    [Property(MaxTest = 300)]
    public Property Any_project_that_can_be_read_can_be_checked()
    {
        var projects =
            from services in Gen.Elements(_builds).ArrayOf(3)
            from lines in Gen.Elements(_lines).ArrayOf(14)
            select (services, lines);
        return Prop.ForAll(projects.ToArbitrary(), p =>
        {
            using var project = new SampleProject();
            project.With("Dockerfile", "FROM alpine AS one\n" + string.Join('\n', p.lines) + "\n");
            project.With("compose.yml", "services:\n" + string.Concat(p.services.Select((b, i) => $"  s{i}: {{ build: {b.Replace("SELF", $"s{i}", StringComparison.Ordinal)} }}\n")));
            try
            {
                _ = project.Plan();
            }
            catch (Exception e) when (e is LocatedException or UserErrorException)
            {
                return;
            }

            foreach (var finding in project.Check())
                Assert.Contains(finding.Rule, finding.Describe(), StringComparison.Ordinal);
        });
    }
}
