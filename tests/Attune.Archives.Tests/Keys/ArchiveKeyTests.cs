using System.Collections.Immutable;
using Attune.Archives.Keys;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Archives.Tests.Keys;

public sealed class ArchiveKeyTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public ArchiveKeyTests()
    {
        _directory.Write("one/Dockerfile", "FROM debian:trixie\nRUN true\n");
        _directory.Write("one/compose.yml", "services: { api: { build: { context: . } } }\n");
        _directory.Write("one/Cargo.lock", "a 1.0\n");
        _directory.Write("one/web/package-lock.json", "{}\n");
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void It_names_the_platform_and_is_the_same_in_every_checkout()
    {
        foreach (var file in (string[])["Dockerfile", "compose.yml", "Cargo.lock", "web/package-lock.json"])
            _directory.Write("two/" + file, File.ReadAllText(Path.Combine(_directory.Path, "one", file)));
        var key = Key("one");
        Assert.Equal(key, Key("two"));
        Assert.Matches("^linux-amd64-[0-9a-f]{16}$", key);
        Assert.Equal(key, ArchiveKey.Checked(key));
    }

    [Theory]
    [InlineData("Cargo.lock", "a 1.1\n")]
    [InlineData("web/package-lock.json", "{ }\n")]
    [InlineData("Dockerfile", "FROM debian:bookworm\nRUN true\n")]
    public void A_changed_lock_file_or_base_image_changes_it(string file, string text)
    {
        var key = Key("one");
        _directory.Write("one/" + file, text);
        Assert.NotEqual(key, Key("one"));
    }

    [Theory]
    [InlineData("main.rs", "fn main() {}\n")]
    [InlineData("Dockerfile", "FROM debian:trixie\nRUN false\n")]
    [InlineData("node_modules/left-pad/package-lock.json", "{}\n")]
    [InlineData("target/Cargo.lock", "b\n")]
    public void Nothing_else_changes_it(string file, string text)
    {
        var key = Key("one");
        _directory.Write("one/" + file, text);
        Assert.Equal(key, Key("one"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("../outside")]
    [InlineData("a b")]
    [InlineData("a:b")]
    public void A_key_that_is_no_name_of_a_file_is_refused(string key) =>
        Assert.Equal(FaultKind.Usage, Assert.Throws<UserErrorException>(() => ArchiveKey.Checked(key)).Kind);

    private string Key(string checkout)
    {
        var files = new DiskSourceFiles();
        var directory = Path.Combine(_directory.Path, checkout);
        var project = ComposeProject.Load(new() { CurrentDirectory = directory, Environment = ImmutableDictionary<string, string>.Empty }, files);
        var plan = BuildPlan.Of(project, new(directory), files);
        return ArchiveKey.Of(plan, "linux/amd64", LockFiles.Of(plan));
    }
}
