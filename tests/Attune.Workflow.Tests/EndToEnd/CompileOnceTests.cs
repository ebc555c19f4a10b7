using Attune.Builds.Caching;
using Attune.Workflow.Failures;

namespace Attune.Workflow.Tests.EndToEnd;

/// <summary><c>Dockerfile.optimized</c> as it is, with a small workspace: what is in the images is what the sources say, also after a build that failed.</summary>
[Trait("Kind", "Engine")]
public sealed class CompileOnceTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly string _mark = $"once{Guid.NewGuid():N}";

    public void Dispose() => _directory.Dispose();

    [RustFact]
    public async Task A_source_that_goes_back_after_a_failed_build_is_compiled_again()
    {
        await using var engine = (await ConnectedEngine.ConnectAsync())!;
        Write();
        Assert.Equal(("a1", "b1"), await BuildAsync(engine, a: "a1", b: "b1"));
        Assert.Equal(("a2", "b1"), await BuildAsync(engine, a: "a2", b: "b1"));
        // cargo compiles the third a before or beside the broken b; the image must not have it.
        var failure = await Assert.ThrowsAsync<WorkflowFailedException>(() => BuildAsync(engine, a: "a3", b: "{broken"));
        Assert.Equal(ExitCodes.WorkFailed, failure.ExitCode);
        Assert.Equal(("a2", "b1"), await BuildAsync(engine, a: "a2", b: "b1"));
        await RemoveAsync(engine);
    }

    private async Task<(string A, string B)> BuildAsync(ConnectedEngine engine, string a, string b)
    {
        Service("a", a);
        Service("b", b);
        var host = new TestHost(_directory.Path);
        await using (var workflow = new AttuneWorkflow(new(_directory.Path) { Engine = TestEngine.Address }, host.Create()))
            await workflow.BuildAllAsync();
        return (await RunAsync(engine, "a"), await RunAsync(engine, "b"));
    }

    private async Task<string> RunAsync(ConnectedEngine engine, string service) =>
        (await engine.Docker.Containers.RunAsync(new(Image(service), [], TimeSpan.FromSeconds(30)), CancellationToken.None)).Output.Trim();

    // A format string that isn't closed is an error.
    private void Service(string name, string says) => _directory.Write($"src/services/attune-{name}/src/main.rs", $"fn main() {{ println!(\"{says}\"); }}\n");

    private void Write()
    {
        var dockerfile = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Dockerfile.optimized"));
        Assert.Contains("id=attune-compile-once,", dockerfile, StringComparison.Ordinal);
        _directory.Write("Dockerfile", dockerfile
            .Replace("id=attune-compile-once,", $"id={_mark},", StringComparison.Ordinal)
            .Replace("    ln -sf ", $"    : {_mark} && ln -sf ", StringComparison.Ordinal));
        _directory.Write("src/services/Cargo.toml", "[workspace]\nmembers = [\"attune-*\"]\nresolver = \"2\"\n");
        foreach (var name in new[] { "a", "b" })
            _directory.Write($"src/services/attune-{name}/Cargo.toml", $"[package]\nname = \"attune-{name}\"\nversion = \"1.0.0\"\nedition = \"2021\"\n");
        var services = new[] { "a", "b" }.Select(name =>
            $"  {name}: {{ image: \"{Image(name)}\", build: {{ context: ., network: none, args: {{ SERVICE: {name}, RUST_IMAGE: \"attune/rust:trixie\", RUNTIME_IMAGE: \"attune/debian:trixie\" }} }} }}");
        _directory.Write("compose.yml", $"name: attune-once-test\nservices:\n{string.Join('\n', services)}\n");
    }

    private string Image(string service) => $"attune-test/{_mark}-{service}";

    private async Task RemoveAsync(ConnectedEngine engine)
    {
        foreach (var service in new[] { "a", "b" })
            await engine.Docker.Images.RemoveAsync(Image(service), CancellationToken.None);
        await new MarkedRecords(engine.Client, _mark).RemoveAsync(CancellationToken.None);
    }
}
