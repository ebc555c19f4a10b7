using Attune.Builds.Running;
using Attune.Hazards.Repair;
using Attune.Reports.Progress;
using Attune.Strategies;
using Attune.Strategies.Phases;

namespace Attune.Workflow.Settings;

/// <summary>What the user asked for: the parameters of the build, typed and with their defaults.</summary>
/// <param name="RootDirectory">The checkout that the build belongs to; state is kept under its <c>.nuke/temp</c>.</param>
public sealed record WorkflowSettings(string RootDirectory)
{
    /// <summary>Where the build keeps what it remembers, and what it works on.</summary>
    public string StateDirectory => Path.Combine(RootDirectory, ".nuke", "temp");

    /// <summary>Which compose project.</summary>
    public ProjectSettings Project { get; init; } = new();

    /// <summary>Which engine, as an address; null finds one.</summary>
    public string? Engine { get; init; }

    /// <summary>Engines that build beside <see cref="Engine"/>.</summary>
    public IReadOnlyList<string> OtherEngines { get; init; } = [];

    /// <summary>How services are built.</summary>
    public BuildSettings Build { get; init; } = new();

    /// <summary>How the build is shown.</summary>
    public OutputSettings Output { get; init; } = new();

    /// <summary>How cache mounts are checked.</summary>
    public CheckSettings Check { get; init; } = new();

    /// <summary>How the race lab works.</summary>
    public RaceSettings Race { get; init; } = new();

    /// <summary>How strategies are measured.</summary>
    public BenchmarkSettings Benchmark { get; init; } = new();

    /// <summary>What <c>PruneCache</c> removes.</summary>
    public PruneSettings Prune { get; init; } = new();

    /// <summary>What <c>CacheReport</c> shows.</summary>
    public CacheSettings Cache { get; init; } = new();

    /// <summary>What <c>CacheSave</c> and <c>CacheRestore</c> carry.</summary>
    public ArchiveSettings Archive { get; init; } = new();
}

/// <summary>Which compose project is built.</summary>
public sealed record ProjectSettings
{
    /// <summary>Its directory; null is the root directory.</summary>
    public string? Directory { get; init; }

    /// <summary>Its compose files; empty follows Compose's own rules.</summary>
    public IReadOnlyList<string> ComposeFiles { get; init; } = [];

    /// <summary>Files of variables instead of <c>.env</c>.</summary>
    public IReadOnlyList<string> EnvFiles { get; init; } = [];

    /// <summary>Active compose profiles, besides <c>COMPOSE_PROFILES</c>.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The services to build; empty builds all.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Dockerfiles to look at instead of a compose project; nothing is built from them.</summary>
    public IReadOnlyList<string> Dockerfiles { get; init; } = [];

    /// <summary>Whether every Dockerfile of the directory is looked at.</summary>
    public DockerfileScope DockerfileScope { get; init; }

    /// <summary>The platforms that plain Dockerfiles are taken to be built for; empty is the engine's own.</summary>
    public IReadOnlyList<string> DockerfilePlatforms { get; init; } = [];
}

/// <summary>How services are built.</summary>
public sealed record BuildSettings
{
    /// <summary>The service that <c>CacheWarm</c> builds.</summary>
    public string WarmService { get; init; } = "api";

    /// <summary>How <c>CacheWarm</c> fills the caches.</summary>
    public WarmKind Warm { get; init; }

    /// <summary>How services are built beside and after each other.</summary>
    public BuildStrategy Strategy { get; init; }

    /// <summary>The service that <c>BuildService</c> and <c>Up</c> work on.</summary>
    public string? Service { get; init; }

    /// <summary>How many services are built at once; null derives it from the engine's cores.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>Whether steps found in the layer cache are run again.</summary>
    public LayerCachePolicy LayerCache { get; init; }

    /// <summary>Whether base images are looked for anew.</summary>
    public BasePullPolicy Pull { get; init; }

    /// <summary>What the others do when one fails.</summary>
    public FailurePolicy OnFailure { get; init; }

    /// <summary>Where images go when several engines build.</summary>
    public ImageLoading LoadTo { get; init; }

    /// <summary>How often a service is built again that a damaged cache made fail.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>Build arguments for every service, <c>NAME=value</c>; they win over the compose file's.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];
}

/// <summary>How cache mounts are checked.</summary>
public sealed record CheckSettings
{
    /// <summary>The rule that <c>ExplainRule</c> explains, by code or name; null lists all.</summary>
    public string? Rule { get; init; }

    /// <summary>Which fixes <c>FixLockedMounts</c> makes.</summary>
    public FixSafety Fixes { get; init; }

    /// <summary>Whether <c>FixLockedMounts</c> changes files.</summary>
    public FixMode Mode { get; init; }

    /// <summary>What <c>ShowPlan</c> shows.</summary>
    public PlanView View { get; init; }

    /// <summary>Hazards that aren't reported: <c>RULE[:PATH[:LINE]] [# reason]</c>, paths relative to the project directory.</summary>
    public IReadOnlyList<string> IgnoredHazards { get; init; } = [];

    /// <summary>The file of findings that are known; null is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether the baseline is compared with or written.</summary>
    public BaselineMode BaselineMode { get; init; }
}

/// <summary>What is done with a baseline.</summary>
public enum BaselineMode
{
    /// <summary>What it holds isn't reported.</summary>
    Compare,

    /// <summary>It is written: what is found now is known from now on.</summary>
    Write,
}

/// <summary>Whether <c>FixLockedMounts</c> changes files.</summary>
public enum FixMode
{
    /// <summary>It does.</summary>
    Write,

    /// <summary>It shows what would change.</summary>
    Diff,
}

/// <summary>What <c>ShowPlan</c> shows.</summary>
public enum PlanView
{
    /// <summary>A block for each service.</summary>
    Services,

    /// <summary>A table of the cache mounts.</summary>
    Mounts,

    /// <summary>When each service is expected to start, wait and end.</summary>
    Schedule,
}

/// <summary>How the build and its reports are shown.</summary>
public sealed record OutputSettings
{
    /// <summary>How a build is shown while it runs.</summary>
    public ProgressMode Progress { get; init; }

    /// <summary>The format of a report.</summary>
    public ReportFormat Format { get; init; }

    /// <summary>The file that a report goes to; null is standard output.</summary>
    public string? File { get; init; }
}

/// <summary>The format of a report.</summary>
public enum ReportFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>Findings for code scanning services: SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>Findings as annotations of GitHub Actions.</summary>
    GitHub,
}
