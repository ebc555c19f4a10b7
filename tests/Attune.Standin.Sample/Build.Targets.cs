using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;
using Serilog;

public sealed partial class Build
{
    Target Clean => _ => _
        .Description("Cleans the output")
        .Before(Restore)
        .Executes(() => OutputDirectory.CreateOrCleanDirectory());

    Target Restore => _ => _
        .Executes(() => Log.Information("Restoring in {Root}", RootDirectory));

    Target Compile => _ => _
        .Description("Compiles")
        .DependsOn(Restore)
        .Executes(async () =>
        {
            await Task.Delay(1100);
            Log.Information(
                "Compiling {Configuration} {KeepStorage} {Names} {Codes} {Retries} {Mode} {Maybe} {Where} {Fruit} {Hidden} {Renamed} {ApiKey} {Release} {Key}",
                Configuration, KeepStorage, Names, Codes, Retries, Mode, Maybe, Where, Fruit, HiddenOne, Renamed, ApiKey, ReleaseName, NuGetGitHubKey);
        });

    Target Test => _ => _
        .DependsOn(Compile)
        .Produces(OutputDirectory / "tests" / "*.trx")
        .Executes(() =>
        {
            Log.Warning("A warning");
            ReportSummary(_ => _.AddPair("Passed", "12").AddPair("Skipped", 1));
        });

    Target Pack => _ => _
        .DependsOn(Compile)
        .After(Test)
        .Produces(OutputDirectory / "packages" / "*.nupkg")
        .OnlyWhenStatic(() => Retries > 0)
        .Executes(() => Log.Debug("debug line"));

    Target Publish => _ => _
        .DependsOn(Test, Pack)
        .Consumes(Pack)
        .Requires(() => ApiKey)
        .Requires(() => ReleaseName != "bad")
        .Triggers(Announce)
        .Executes(() => { });

    Target Announce => _ => _
        .Unlisted()
        .OnlyWhenDynamic(() => IsServerBuild)
        .Executes(() => { });

    Target All => _ => _
        .DependsOn(Clean, Test, Pack);

    Target Boom => _ => _
        .DependsOn(Restore)
        .Executes(() => { throw new InvalidOperationException("kaputt\nsecond line"); });

    Target SoftBoom => _ => _
        .ProceedAfterFailure()
        .Executes(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("soft");
        });

    Target AfterBoom => _ => _
        .DependsOn(Boom, SoftBoom)
        .Executes(() => { });

    Target Always => _ => _
        .AssuredAfterFailure()
        .After(AfterBoom, SoftBoom, Boom)
        .Executes(() => Log.Information("always"));

    Target SkipMe => _ => _
        .DependsOn(Restore)
        .OnlyWhenDynamic(() => KeepStorage)
        .WhenSkipped(DependencyBehavior.Skip)
        .Executes(() => { });

    Target SkipStatic => _ => _
        .DependsOn(Restore)
        .OnlyWhenStatic(() => KeepStorage, "custom text")
        .Executes(() => { });

    Target UseGit => _ => _
        .Executes(() =>
        {
            Git!("--version");
            Log.Information("gh={Gh}", GitHubActions);
        });

    Target ProcFail => _ => _
        .Executes(() => ProcessTasks.StartProcess("bash", "-c \"echo out; sleep 0.2; echo err >&2; exit 3\"").AssertZeroExitCode());
}
