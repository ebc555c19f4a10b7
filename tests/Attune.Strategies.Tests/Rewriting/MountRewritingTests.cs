using Attune.Compose;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;
using Attune.Source;
using Attune.Strategies.Rewriting;

namespace Attune.Strategies.Tests.Rewriting;

public sealed class MountRewritingTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(MountSharing.Shared, "type=cache,target=/c,sharing=locked", "type=cache,target=/c,sharing=shared")]
    [InlineData(MountSharing.Shared, "type=cache,target=/c,sharing=private", "type=cache,target=/c,sharing=shared")]
    [InlineData(MountSharing.Shared, "type=cache,target=/c", "type=cache,target=/c")]
    [InlineData(MountSharing.Shared, "sharing=${MODE},type=cache,target=/c", "sharing=shared,type=cache,target=/c")]
    [InlineData(MountSharing.Locked, "type=cache,target=/c", "type=cache,target=/c,sharing=locked")]
    [InlineData(MountSharing.Locked, "\"type=cache,target=/c\"", "\"type=cache,target=/c,sharing=locked\"")]
    [InlineData(MountSharing.Locked, "type=CACHE,target=/c,sharing=Locked", "type=CACHE,target=/c,sharing=Locked")]
    [InlineData(MountSharing.Locked, "type=bind,target=/c", "type=bind,target=/c")]
    [InlineData(MountSharing.Locked, "target=/c", "target=/c")]
    [InlineData(MountSharing.AsWritten, "type=cache,target=/c,sharing=private", "type=cache,target=/c,sharing=private")]
    public void Gives_every_cache_mount_the_mode(MountSharing sharing, string before, string after)
    {
        foreach (var form in new[] { "FROM a\nRUN --mount={0} true\n", "FROM a\r\nONBUILD RUN \\\r\n  --mount={0} true", "FROM a\nRUN --mount={0} <<EOF\n--mount=type=cache\nEOF\n" })
            Assert.Equal(Text(form, after), MountRewriting.Rewrite(Parse(Text(form, before)), sharing).Source.Text);
    }

    [Fact]
    public void A_plan_is_built_from_the_changed_text_and_no_file_is_touched()
    {
        var path = _directory.Write("Dockerfile", "FROM a\nARG S\nRUN --mount=type=cache,id=$S,target=/c,sharing=locked true\n");
        var plan = Plan("services: { one: { build: { context: ., args: { S: one } } }, two: { build: { context: ., args: { S: two } } } }");
        var written = File.ReadAllText(path);

        var rewritten = MountRewriting.Rewrite(plan, MountSharing.Shared);

        Assert.Equal(written, File.ReadAllText(path));
        Assert.All(rewritten.Services, s => Assert.Contains("sharing=shared", s.DockerfileText, StringComparison.Ordinal));
        Assert.Equal([("one", CacheSharing.Shared), ("two", CacheSharing.Shared)], rewritten.Services.Select(s => (s.CacheMounts[0].Id, s.CacheMounts[0].Sharing)));
    }

    [Fact]
    public void A_service_whose_mounts_are_in_the_mode_is_built_from_its_file()
    {
        _directory.Write("Dockerfile", "FROM a\nRUN --mount=type=cache,target=/c,sharing=locked true\n");
        Assert.All(MountRewriting.Rewrite(Plan("services: { one: { build: . } }"), MountSharing.Locked).Services, s => Assert.Null(s.DockerfileText));
    }

    [Fact]
    public void A_Dockerfile_that_only_the_engine_can_fetch_is_refused()
    {
        var plan = Plan("services: { far: { build: 'https://example.com/far.git' } }");
        var refusal = Assert.Throws<UserErrorException>(() => MountRewriting.Rewrite(plan, MountSharing.Shared));
        Assert.Contains("'far'", refusal.Message, StringComparison.Ordinal);
    }

    private static string Text(string form, string mount) => form.Replace("{0}", mount, StringComparison.Ordinal);

    private static DockerfileDocument Parse(string text) => DockerfileDocument.Parse(new("Dockerfile", text));

    private BuildPlan Plan(string compose)
    {
        _directory.Write("compose.yml", compose);
        var files = new DiskSourceFiles();
        return BuildPlan.Of(ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files), new(_directory.Path), files);
    }
}
