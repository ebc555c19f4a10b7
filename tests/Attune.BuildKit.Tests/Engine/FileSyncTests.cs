using System.Text;
using Attune.BuildKit.Session;

namespace Attune.BuildKit.Tests.Engine;

public sealed class FileSyncTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const string Base = "FROM " + TestImages.Busybox + "\n";

    [EngineFact]
    public async Task Keeps_names_modes_links_and_empty_directories()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"COPY d /d\nRUN echo {Guid.NewGuid()}; cd /d; find . -exec stat -c '%n|%F|%a' {{}} +; cat link; cat sub/up\n");
        context.Write("d/a/z", "1");
        context.Write("d/a-file", "22");
        context.Write("d/a.b", "");
        context.Write("d/ünï 😀 \n new", "333");
        context.Write("d/\uFF5E", "4");
        context.Write("d/target", "through a link\n");
        await Shell.RunAsync($"cd {context.Path}/d && mkdir -p empty sub && ln -s target link && ln -s ../target sub/up && ln -s /nowhere dangling" +
            " && chmod 4755 a-file && chmod 600 a.b && chmod 1777 empty && chmod 644 target a/z ünï* ～ && chmod 755 a sub && mkfifo fifo && chmod 640 fifo");

        var output = await BuildAsync(context.Path);

        // Docker 20.10's COPY leaves FIFOs out; that they don't hang the transfer is what counts.
        await Verifier.Verify(string.Join('\n', output.Split('\n')[1..].Where(l => !l.StartsWith("./fifo", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    [EngineFact]
    public async Task Applies_dockerignore_with_its_exceptions()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"COPY . /d\nRUN echo {Guid.NewGuid()}; cd /d; find . -type f\n");
        context.Write(".dockerignore", "# comment\n**/*.log\n!keep/*.log\nnode_modules\n!node_modules/wanted/x\nDockerfile\n.dockerignore\nüber*\n");
        foreach (var file in new[] { "a.log", "keep/b.log", "deep/er/c.log", "c.txt", "node_modules/other/y", "node_modules/wanted/x", "über1", "plain" })
            context.Write(file, file);

        var output = await BuildAsync(context.Path);

        Assert.Equal(["./c.txt", "./keep/b.log", "./node_modules/wanted/x", "./plain"], Files(output));
    }

    [EngineFact]
    public async Task Takes_thousands_of_ignore_patterns()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", Base + $"COPY . /d\nRUN echo {Guid.NewGuid()}; cd /d; find . -type f\n");
        context.Write(".dockerignore", string.Concat(Enumerable.Range(0, 3000).Select(i => $"generated/directory/number{i}\n")) + "Dockerfile\n.dockerignore\n");
        context.Write("generated/directory/number2999/f", "");
        context.Write("generated/directory/number3000/f", "");

        var output = await BuildAsync(context.Path);

        Assert.Equal(["./generated/directory/number3000/f"], Files(output));
    }

    [EngineFact]
    public async Task Follows_links_in_what_is_copied()
    {
        using var context = new TempDirectory();
        context.Write("real/Dockerfile.real", Base + $"COPY linked/*.txt /d/\nRUN echo {Guid.NewGuid()}; cd /d; find . -type f; cat one.txt\n");
        context.Write("store/deep/one.txt", "one\n");
        context.Write("store/deep/two.md", "two\n");
        File.CreateSymbolicLink(Path.Combine(context.Path, "linked"), "store/deep");
        File.CreateSymbolicLink(Path.Combine(context.Path, "Dockerfile"), "real/Dockerfile.real");

        var output = await BuildAsync(context.Path);

        Assert.Equal(["./one.txt", "one"], Files(output));
    }

    [EngineFact]
    public async Task Takes_a_Dockerfile_from_memory()
    {
        using var context = new TempDirectory();
        context.Write("f", "content\n");
        foreach (var text in new[] { "first", "later" })
        {
            var options = EngineFixture.Options(context.Path);
            var dockerfile = Encoding.UTF8.GetBytes(Base + $"COPY f /\nRUN echo {text} {Guid.NewGuid()}; cat f\n");
            await using var session = await engine.Client.OpenSessionAsync(options with
            {
                Directories = new Dictionary<string, SessionDirectory>(options.Directories)
                {
                    ["dockerfile"] = new VirtualDirectory(new Dictionary<string, ReadOnlyMemory<byte>> { ["Dockerfile"] = dockerfile }),
                },
            });
            var updates = new RecordedUpdates();

            await engine.Client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:inline"), updates.Add);

            Assert.Contains(text + " ", updates.Output, StringComparison.Ordinal);
        }
    }

    private async Task<string> BuildAsync(string directory)
    {
        var updates = new RecordedUpdates();
        await using var session = await engine.OpenAsync(directory);
        await engine.Client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:files"), updates.Add);
        return updates.Output;
    }

    private static IEnumerable<string> Files(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Order(StringComparer.Ordinal);
}
