using Attune.Source;

namespace Attune.Compose.Tests;

public class BuildFilesTests
{
    [Theory]
    [InlineData("{context: ./app}", null)]
    [InlineData("{context: ./nope}", "compose.yaml:1:33: The build context {root}/nope is not a directory")]
    [InlineData("{context: ./app, dockerfile: Nope}", "compose.yaml:1:52: The Dockerfile {root}/app/Nope doesn't exist")]
    [InlineData("{context: .}", "compose.yaml:1:23: The Dockerfile {root}/Dockerfile doesn't exist")]
    [InlineData("{context: ./app, additional_contexts: {lib: ./lib}}", "compose.yaml:1:67: The context lib {root}/lib is not a directory")]
    [InlineData("{context: ./app, secrets: [s]}", "compose.yaml:1:23: The secret s is to come from {root}/s.txt, which doesn't exist")]
    [InlineData("{context: \"https://example.com/app.git\", dockerfile: x}", null)]
    [InlineData("{dockerfile_inline: FROM scratch}", null)]
    public void Looks_for_what_a_build_needs_on_this_machine(string build, string? fault)
    {
        var files = new MemoryFiles(
            ("compose.yaml", $"services: {{a: {{build: {build}}}}}\nsecrets: {{s: {{file: s.txt}}}}\n"),
            ("app/Dockerfile", "FROM scratch\n"));
        var section = ComposeProject.Load(MemoryFiles.Request([]), files).Services[0].Build!;
        var thrown = Record.Exception(() => section.CheckFiles(files)) as LocatedException;
        var message = thrown is null ? null : $"{thrown.Location}: {thrown.Message}".Replace(MemoryFiles.Root, "{root}", StringComparison.Ordinal);
        Assert.Equal(fault, message);
    }
}
