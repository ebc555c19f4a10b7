/// <summary>Targets only: what they do is in the libraries under <c>src</c>.</summary>
[GitHubActions(
    "ci",
    GitHubActionsImage.UbuntuLatest,
    AutoGenerate = false,
    On = new[] { GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest },
    CacheKeyFiles = new[] { "**/global.json", "**/*.csproj", "**/Directory.Packages.props", "**/Cargo.lock", "**/package-lock.json" },
    InvokedTargets = new[] { nameof(CacheRestore), nameof(CacheWarm), nameof(BuildAll), nameof(CacheSave), nameof(Test) })]
sealed partial class Build : NukeBuild
{
    AttuneWorkflow? workflow;

    AbsolutePath Solution => RootDirectory / "Attune.sln";

    AttuneWorkflow Workflow => workflow ??= new AttuneWorkflow(Settings, ProcessHost.Create(Log.Information, Log.Warning));

    public static int Main() => Execute<Build>(build => build.BuildAll);

    protected override void OnBuildInitialized()
    {
        if (ExecutionPlan.Any(target => target.Name == nameof(StartEngine)))
            Workflow.ExpectEngine();
        if (ExecutionPlan.Any(target => target.Name is nameof(CacheWarm) or nameof(BuildAll)))
            Workflow.ExpectBuild();
    }

    protected override void OnBuildFinished() => workflow?.DisposeAsync().AsTask().GetAwaiter().GetResult();

    async Task Run(Func<AttuneWorkflow, Task<WorkSummary>> work)
    {
        try
        {
            var summary = await work(Workflow);
            ReportSummary(_ => summary.Facts.Aggregate(_, (facts, fact) => facts.AddPair(fact.Key, fact.Value)));
        }
        catch (WorkflowFailedException failure)
        {
            ExitCode = failure.ExitCode;
            throw;
        }
    }
}
