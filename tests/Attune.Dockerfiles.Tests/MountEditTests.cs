using Attune.Source;

namespace Attune.Dockerfiles.Tests;

/// <summary>The spans of mounts are made for edits: what replaces one is read back, and nothing else changes.</summary>
public class MountEditTests
{
    [Theory]
    [InlineData("RUN --mount=type=cache,target=/t,sharing=shared true", "RUN --mount=type=cache,target=/t,sharing=locked true")]
    [InlineData("RUN --mount=type=cache,sharing=shared,target=/t \\\n # why\n true", "RUN --mount=type=cache,sharing=locked,target=/t \\\n # why\n true")]
    [InlineData("RUN --mount=\"type=cache,sharing=shared\",target=/t true", "RUN --mount=\"type=cache,sharing=locked\",target=/t true")]
    [InlineData("RUN --mount=type=cache,sharing=sha\\\nred,target=/t true", "RUN --mount=type=cache,sharing=locked,target=/t true")]
    [InlineData("ONBUILD RUN --mount=type=cache,target=/t,Sharing=shared true", "ONBUILD RUN --mount=type=cache,target=/t,Sharing=locked true")]
    [InlineData("RUN --mount=type=cache,target=/t,sharing=private --mount=target=/u,sharing=shared,type=cache <<EOF\nx\nEOF", "RUN --mount=type=cache,target=/t,sharing=private --mount=target=/u,sharing=locked,type=cache <<EOF\nx\nEOF")]
    public void Replaces_a_value(string before, string after) => Check(before, after, (document, mount) =>
        mount.SharingOption is { Value: "shared" } option ? Replace(document, option.ValueSpan, "locked") : null);

    [Theory]
    [InlineData("RUN --mount=type=cache,target=/t true", "RUN --mount=type=cache,target=/t,sharing=locked true")]
    [InlineData("RUN --mount=\"type=cache,target=/t\" \\\n true", "RUN --mount=\"type=cache,target=/t\",sharing=locked \\\n true")]
    [InlineData("RUN --mount=type=cache,\\\ntarget=/t\\\n true", "RUN --mount=type=cache,\\\ntarget=/t,sharing=locked\\\n true")]
    [InlineData("RUN --mount=type=cache,\"target=/t\"\t--network=none true", "RUN --mount=type=cache,\"target=/t\",sharing=locked\t--network=none true")]
    public void Adds_an_option_at_the_end(string before, string after) => Check(before, after, (document, mount) =>
        mount.SharingOption is null ? Replace(document, new(mount.Span.End, 0), ",sharing=locked") : null);

    private static void Check(string before, string after, Func<DockerfileDocument, Mounts.CacheMount, string?> edit)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            var document = Parse("# a comment\nFROM a AS b\n" + before + "\nFROM b\n", lineBreak);
            var build = document.Resolve(new());
            var edited = build.CacheMounts.Select(m => edit(document, m)).Single(text => text is not null)!;
            Assert.Equal(("# a comment\nFROM a AS b\n" + after + "\nFROM b\n").ReplaceLineEndings(lineBreak), edited);
            Assert.Contains(Mounts.CacheSharing.Locked, Parse(edited, lineBreak).Resolve(new()).CacheMounts.Select(m => m.Sharing));
        }
    }

    private static DockerfileDocument Parse(string text, string lineBreak) => DockerfileDocument.Parse(new("Dockerfile", text.ReplaceLineEndings(lineBreak)));

    private static string Replace(DockerfileDocument document, Span span, string with) =>
        document.Source.Text[..span.Start] + with + document.Source.Text[span.End..];
}
