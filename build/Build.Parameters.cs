partial class Build
{
    [Parameter("Services to build - Default is all that have a build section", Separator = ",")] readonly string[] Services = Array.Empty<string>();
    [Parameter("The service that BuildService and Up work on")] readonly string? Service;
    [Parameter("The service that CacheWarm builds")] readonly string WarmService = "api";
    [Parameter("How many services are built at once - Default is the engine's number of cores")] readonly int? MaxParallel;
    [Parameter("Runs every step again, and keeps the cache mounts")] readonly bool NoCache;
    [Parameter("Looks for newer base images")] readonly bool Pull;
    [Parameter("Cancels the other services when one fails")] readonly bool FailFast;
    [Parameter("Build arguments for every service, NAME=value")] readonly string[] BuildArg = Array.Empty<string>();
    [Parameter("How the build is shown: auto, live, plain or json")] readonly ProgressMode Progress = ProgressMode.Auto;
    [Parameter("The directory of the compose project - Default is this repository")] readonly string? ProjectDirectory;
    [Parameter("Compose files - Default follows Compose's own rules")] readonly string[] ComposeFile = Array.Empty<string>();
    [Parameter("Files of variables instead of .env")] readonly string[] EnvFile = Array.Empty<string>();
    [Parameter("Active compose profiles", Separator = ",")] readonly string[] ComposeProfile = Array.Empty<string>();
    [Parameter("The engine's address, such as unix:///var/run/docker.sock - Default is the first one that answers")] readonly string? Engine;
    [Parameter("The format of VerifyLockedMounts (text, json, sarif or github), ShowPlan and CacheReport (text or json)")] readonly ReportFormat Format = ReportFormat.Text;
    [Parameter("Dockerfiles that VerifyLockedMounts, FixLockedMounts and ShowPlan look at instead of the compose project; builds take one in place of the main Dockerfile")] readonly string[] Dockerfile = Array.Empty<string>();
    [Parameter("The rule that ExplainRule explains, such as CM003")] readonly string? Rule;
    [Parameter("Lets FixLockedMounts make changes after which builds work differently")] readonly bool UnsafeFixes;
    [Parameter("Lets FixLockedMounts show its changes only")] readonly bool Diff;
    [Parameter("The file that a report goes to - Default is standard output")] readonly string? Output;

    WorkflowSettings Settings => new(RootDirectory)
    {
        Project = ProjectSettings,
        Engine = Engine,
        Build = new()
        {
            WarmService = WarmService,
            Strategy = Strategy,
            Warm = Warm,
            Service = Service,
            MaxParallel = MaxParallel,
            LayerCache = NoCache ? LayerCachePolicy.Rerun : LayerCachePolicy.Use,
            Pull = Pull ? BasePullPolicy.Always : BasePullPolicy.Missing,
            OnFailure = FailFast ? FailurePolicy.FailFast : FailurePolicy.Continue,
            Args = BuildArg,
            Retries = Retries,
        },
        Output = new() { Progress = Progress, Format = Format, File = Output },
        Check = CheckSettings,
        Race = Race,
        Benchmark = BenchmarkSettings,
        Prune = PruneSettings,
        Cache = CacheSettings,
    };
}
