using System.Runtime.Versioning;

namespace Attune.Standin.Tests.Bootstrap;

[UnsupportedOSPlatform("windows")]
public class BuildScriptTests
{
    private const string ToMachineCode =
        "To machine code: a minute or two once, then each start takes a fifth. ATTUNE_RUNTIME=installed is built faster and starts slower.\n";

    private const string NotToMachineCode = "Not to machine code: the feed lacks its compiler, or this machine what it links with.\n";

    [Fact]
    public async Task Decides_and_builds_once_then_only_runs()
    {
        using var clone = new FakeClone();

        var first = await clone.Run("Compile", "--where", "a b");
        var second = await clone.Run("Compile");

        Assert.Equal(
            "NUKE: the stand-in under build/standin, as Nuke.Common can't be restored here. NUKE_SOURCE=package|standin overrides.\n" +
            $"Building the build ...\nran in {clone.Root} with [Compile] [--where] [a b]\n",
            first);
        Assert.Equal($"ran in {clone.Root} with [Compile]\n", second);
        Assert.Equal(["restore", "publish"], clone.Calls);
    }

    [Theory]
    [InlineData("build/Build.cs", "class Build { }", 2)]
    [InlineData("build/Build.cs", "class Build;", 1)]
    [InlineData("src/Attune.Source/New.cs", "", 2)]
    [InlineData("src/Attune.Source/Span.cs", null, 2)]
    [InlineData("src/Attune.Source/obj/x.cs", "x", 1)]
    [InlineData("src/services/main.rs", "x", 1)]
    public async Task Builds_anew_when_a_source_changes_comes_or_goes(string path, string? text, int publishes)
    {
        using var clone = new FakeClone();
        await clone.Run();

        if (text is null)
            File.Delete(Path.Combine(clone.Root, path));
        else
            clone.Write(path, text);
        await clone.Run();

        Assert.Equal(publishes, clone.Calls.Count(call => call == "publish"));
    }

    [Fact]
    public async Task Takes_the_package_where_the_feed_serves_it()
    {
        using var clone = new FakeClone();
        await File.WriteAllTextAsync(clone.Tool("serves-nuke"), "");

        var output = await clone.Run();

        Assert.StartsWith("NUKE: Nuke.Common from the package feed.", output, StringComparison.Ordinal);
        Assert.Contains("-p:NukeSource=package", clone.LastCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_the_user_choose_the_source()
    {
        using var clone = new FakeClone();

        using var byVariable = await clone.Start([], nukeSource: "package").Finished();
        Assert.Contains("-p:NukeSource=package", clone.LastCall, StringComparison.Ordinal);
        await clone.Run("NUKE_SOURCE=standin", "Compile");
        Assert.Contains("-p:NukeSource=standin", clone.LastCall, StringComparison.Ordinal);
        using var wrong = await clone.Start(["NUKE_SOURCE=nuget"]).Finished();

        Assert.Equal(["publish", "publish"], clone.Calls);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Equal("NUKE_SOURCE is 'nuget'. Allowed: package, standin\n", wrong.Output);
    }

    [Fact]
    public async Task Shows_compile_errors_and_leaves_nothing_half_done()
    {
        using var clone = new FakeClone();
        await File.WriteAllTextAsync(clone.Tool("broken"), "");

        using var run = await clone.Start([], nukeSource: "standin").Finished();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Building the build ...\nBuild.cs(1,1): error CS1002: ; expected\n", run.Output);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(clone.Root, ".nuke", "temp", "build-bin")));
    }

    [Fact]
    public async Task Compiles_to_machine_code_where_the_stand_in_is_used_and_the_same_checkout_runs_again()
    {
        using var clone = new FakeClone { Runtime = null };

        using var run = await clone.Start(["Compile"], nukeSource: "standin").Finished();
        Assert.Equal($"Building the build ...\n{ToMachineCode}natively ran in {clone.Root} with [Compile]\n", run.Output);
        Assert.Contains("-p:AttuneRuntime=native", clone.LastCall, StringComparison.Ordinal);

        using var package = await clone.Start([], nukeSource: "package").Finished();
        Assert.Contains("-p:AttuneRuntime=installed", clone.LastCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_installed_runtime_on_a_build_server_and_when_told_and_refuses_others()
    {
        using var server = new FakeClone { Runtime = null, IsBuildServer = true };
        using var served = await server.Start([], nukeSource: "standin").Finished();
        Assert.Contains("-p:AttuneRuntime=installed", server.LastCall, StringComparison.Ordinal);

        using var told = new FakeClone();
        await told.Run();
        Assert.Contains("-p:AttuneRuntime=installed", told.LastCall, StringComparison.Ordinal);

        using var other = new FakeClone { Runtime = "mono" };
        using var run = await other.Start([]).Finished();
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("ATTUNE_RUNTIME is 'mono'. Allowed: native, installed\n", run.Output);
    }

    [Theory]
    [InlineData("native", "-p:AttuneRuntime=installed", "")]
    [InlineData("native", "-p:AttuneRuntime=installed", "", "error MSB3073: The command gcc exited with code 1.")]
    [InlineData("AttuneRuntime", "-p:PublishReadyToRun=false", "Without ahead-of-time compilation, for which the feed has no compiler: starts will be slower.\n")]
    public async Task Does_with_what_there_is(string lacking, string expected, string said, string? fault = null)
    {
        using var clone = new FakeClone { Runtime = "native" };
        await File.WriteAllTextAsync(clone.Tool("lacks"), lacking);
        if (fault is not null)
            await File.WriteAllTextAsync(clone.Tool("says"), fault);

        using var run = await clone.Start([], nukeSource: "standin").Finished();

        Assert.Equal($"Building the build ...\n{ToMachineCode}{NotToMachineCode}{said}ran in {clone.Root} with []\n", run.Output);
        Assert.Contains(expected, clone.LastCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hides_no_source_that_machine_code_cant_be_made_of()
    {
        const string Fault = "Build.cs(1): AOT analysis error IL3050: Using member\nerror MSB3073: The command ilc exited with code 1.\n";
        using var clone = new FakeClone { Runtime = "native" };
        await File.WriteAllTextAsync(clone.Tool("lacks"), "native");
        await File.WriteAllTextAsync(clone.Tool("says"), Fault);

        using var run = await clone.Start([], nukeSource: "standin").Finished();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"Building the build ...\n{ToMachineCode}{Fault}", run.Output);
    }

    [Fact]
    public async Task Says_what_the_feed_lacks_when_nothing_helps()
    {
        using var clone = new FakeClone { Runtime = "native" };
        await File.WriteAllTextAsync(clone.Tool("lacks"), "publish");

        using var run = await clone.Start([], nukeSource: "standin").Finished();

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("error NU1101: Unable to find package Some.Runtime\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_where_no_SDK_can_be_had()
    {
        using var clone = new FakeClone();
        await File.WriteAllTextAsync(clone.Tool("no-sdk"), "");

        using var run = await clone.Start([]).Finished();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "Installing the .NET SDK 10.0 into .nuke/temp/dotnet-unix\n" +
            "No .NET SDK that satisfies global.json was found, and none could be downloaded. Install .NET 10.0 from " +
            "https://dotnet.microsoft.com/download/dotnet/10.0, put dotnet on PATH and run this again.\n",
            run.Output);
    }

    [Fact]
    public async Task Builds_again_after_a_build_that_was_killed()
    {
        using var clone = new FakeClone();
        await File.WriteAllTextAsync(clone.Tool("publish-takes"), "30");
        using var killed = clone.Start([], nukeSource: "standin");
        await killed.Until("Building the build");
        killed.Kill();
        await killed.Finished();
        File.Delete(clone.Tool("publish-takes"));

        using var next = await clone.Start(["X"], nukeSource: "standin").Finished();

        Assert.EndsWith("with [X]\n", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Builds_once_when_started_twice_at_the_same_time()
    {
        using var clone = new FakeClone();
        await File.WriteAllTextAsync(clone.Tool("publish-takes"), "1");

        using var one = clone.Start(["One"]);
        using var two = clone.Start(["Two"]);
        await Task.WhenAll(one.Finished(), two.Finished());

        Assert.EndsWith("with [One]\n", one.Output, StringComparison.Ordinal);
        Assert.EndsWith("with [Two]\n", two.Output, StringComparison.Ordinal);
        Assert.Equal(["restore", "publish"], clone.Calls);
    }

    [Theory]
    [InlineData("build.sh")]
    [InlineData("build.cmd")]
    public async Task Names_the_root_when_called_from_elsewhere(string script)
    {
        using var clone = new FakeClone();

        using var run = await clone.Start(["Compile"], clone.Elsewhere, script, "standin").Finished();

        Assert.EndsWith($"ran in {clone.Elsewhere} with [Compile] [--root] [{clone.Root}]\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_root_alone_that_the_user_names()
    {
        using var clone = new FakeClone();

        using var run = await clone.Start(["-Root", "/x"], clone.Elsewhere, nukeSource: "standin").Finished();

        Assert.EndsWith("with [-Root] [/x]\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_line_endings_and_the_mode_that_its_shell_wants()
    {
        foreach (var script in new[] { "build.sh", "build.cmd" })
        {
            var path = Path.Combine(RepositoryRoot.Path, script);
            Assert.DoesNotContain("\r", File.ReadAllText(path), StringComparison.Ordinal);
            Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute), script);
        }

        var lines = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "build.ps1")).Split('\n');
        Assert.All(lines[..^1], line => Assert.EndsWith("\r", line, StringComparison.Ordinal));
    }
}
