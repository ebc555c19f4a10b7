using Nuke.Common.Tooling;

namespace Attune.Standin.Tests;

/// <summary>A build compiled to machine code, as build.sh compiles ours where it can.</summary>
public sealed class MachineCodeTests
{
    [MachineCodeFact]
    public async Task Behaves_as_the_assembly_does()
    {
        using var output = new TempDirectory();
        var project = Path.Combine(RepositoryRoot.Path, "tests", "Attune.Standin.Sample");
        using var compiled = ProcessRun.Start(
            "dotnet",
            RepositoryRoot.Path,
            ["publish", project, "-p:AttuneRuntime=native", "-p:RunAnalyzers=false", "--artifacts-path", Path.Combine(output.Path, "obj"), "-o", output.Path, "--nologo", "-v", "q"]);
        await compiled.Finished(TimeSpan.FromMinutes(10));
        Assert.True(compiled.ExitCode == 0, compiled.Output);

        var program = Path.Combine(output.Path, "Attune.Standin.Sample" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        foreach (var arguments in CommandLines)
        {
            using var asAssembly = new SampleProcess();
            using var expected = await asAssembly.Run(arguments);
            using var asProgram = new SampleProcess();
            using var run = await ProcessRun.Start(program, asProgram.Root, arguments.Split(' ')).Finished();
            Assert.Equal(Scrubbed.Of(expected, asAssembly.Root), Scrubbed.Of(run, asProgram.Root));
            Assert.Equal(expected.ExitCode, run.ExitCode);
        }
    }

    private static string[] CommandLines =>
    [
        "--help",
        "Compile --configuration release --keepstorage --names a,b c --codes 1,2 --retries 5 --Mode friday --maybe 4 --where sub --fruit plum",
        "Publish --api-key k --release-name bad",
        "ShowThing --thing-value x",
        "Compile --retrys 3",
        "AfterBoom Always",
        "ProcFail",
        "UseGit",
    ];

    private sealed class MachineCodeFactAttribute : FactAttribute
    {
        public MachineCodeFactAttribute()
        {
            if (ProcessTasks.FindInPath("clang") is null && ProcessTasks.FindInPath("gcc") is null)
                Skip = "No linker: neither clang nor gcc is on PATH.";
        }
    }
}
