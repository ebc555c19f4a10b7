using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

[GitHubActions(
    "ci",
    GitHubActionsImage.UbuntuLatest,
    On = new[] { GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest },
    InvokedTargets = new[] { nameof(Test), nameof(Pack) })]
[GitHubActions(
    "nightly deploy",
    GitHubActionsImage.UbuntuLatest,
    GitHubActionsImage.WindowsServer2022,
    OnPushBranches = new[] { "main", "release/*" },
    OnPushTags = new[] { "v*.*.*" },
    OnPushExcludePaths = new[] { "docs/**" },
    OnPullRequestBranches = new[] { "main" },
    OnWorkflowDispatchOptionalInputs = new[] { "KeepStorage" },
    OnWorkflowDispatchRequiredInputs = new[] { "ReleaseName" },
    OnCronSchedule = "0 3 * * *",
    InvokedTargets = new[] { nameof(Publish) },
    ImportSecrets = new[] { nameof(ApiKey), "NuGetToken" },
    EnableGitHubToken = true,
    WritePermissions = new[] { GitHubActionsPermissions.Contents, GitHubActionsPermissions.Packages },
    ReadPermissions = new[] { GitHubActionsPermissions.PullRequests },
    FetchDepth = 0,
    Submodules = GitHubActionsSubmodules.Recursive,
    TimeoutMinutes = 30,
    ConcurrencyCancelInProgress = true,
    EnvironmentName = "prod",
    EnvironmentUrl = "https://example.org",
    CacheExcludePatterns = new[] { "~/.nuget/packages/x" },
    PublishCondition = "always()")]
public sealed partial class Build : NukeBuild, IHazThing
{
    [Parameter("Configuration to build - Default is 'Debug' (local) or 'Release' (server)")]
    readonly Configuration Configuration = IsLocalBuild ? Configuration.Debug : Configuration.Release;

    [Parameter("Whether to keep the storage")] readonly bool KeepStorage;
    [Parameter("Names")] readonly string[] Names = [];
    [Parameter("Codes", Separator = ",")] readonly int[] Codes = [];
    [Parameter][Secret] readonly string? ApiKey;
    [Parameter("Release name")] readonly string? ReleaseName;
    [Parameter("Retries")] readonly int Retries = 3;
    [Parameter("Mode")] readonly DayOfWeek Mode = DayOfWeek.Monday;
    [Parameter("Maybe")] readonly int? Maybe;
    [Parameter("Where")] readonly AbsolutePath? Where;
    [Parameter("Fruit", ValueProviderMember = nameof(Fruits))] readonly string? Fruit;
    [Parameter("Hidden", List = false)] readonly string? HiddenOne;
    [Parameter("Renamed", Name = "other-name")] readonly string? Renamed;
    [Parameter("NuGet API key for GitHub")] readonly string? NuGetGitHubKey;
    [CI] readonly GitHubActions? GitHubActions;
    [PathVariable] readonly Tool? Git;

    IEnumerable<string> Fruits => ["pear", "apple"];

    AbsolutePath OutputDirectory => RootDirectory / "output";

    public static int Main() =>
        Environment.GetEnvironmentVariable("SAMPLE_BUILD") == "waiting" ? WaitingBuild.Start() : Execute<Build>(x => x.Compile);

    protected override void OnBuildInitialized() => Log.Debug("hook OnBuildInitialized");

    protected override void OnTargetRunning(string target) => Log.Debug("hook OnTargetRunning {T}", target);

    protected override void OnTargetFailed(string target) => Log.Debug("hook OnTargetFailed {T}", target);

    protected override void OnBuildFinished() => Log.Debug("hook OnBuildFinished");
}
