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
    [Parameter("How much build cache PruneCache keeps, such as 10GB")] readonly string? KeepStorage;
    [Parameter("Lets PruneCache remove internal and shared records too")] readonly bool All;
    [Parameter("The format of ShowPlan: text or json")] readonly ReportFormat Format = ReportFormat.Text;
    [Parameter("The file that a report goes to - Default is standard output")] readonly string? Output;

    WorkflowSettings Settings => new(RootDirectory)
    {
        Project = new() { Directory = ProjectDirectory, ComposeFiles = ComposeFile, EnvFiles = EnvFile, Profiles = ComposeProfile, Services = Services },
        Engine = Engine,
        Build = new()
        {
            WarmService = WarmService,
            Service = Service,
            MaxParallel = MaxParallel,
            LayerCache = NoCache ? LayerCachePolicy.Rerun : LayerCachePolicy.Use,
            Pull = Pull ? BasePullPolicy.Always : BasePullPolicy.Missing,
            OnFailure = FailFast ? FailurePolicy.FailFast : FailurePolicy.Continue,
            Args = BuildArg,
        },
        Output = new() { Progress = Progress, Format = Format, File = Output },
        Prune = new() { KeepStorage = KeepStorage, Scope = All ? PruneScope.All : PruneScope.Unshared },
    };
}
