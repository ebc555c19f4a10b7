namespace Attune.BuildKit.Control;

/// <summary>A build, as BuildKit's <c>Control.Solve</c> takes it.</summary>
public sealed record SolveRequest
{
    /// <summary>The session that files, log-ins and secrets come from.</summary>
    public required string SessionId { get; init; }

    /// <summary>What reads the build's description; the engine's own Dockerfile frontend when not set.</summary>
    public string Frontend { get; init; } = "dockerfile.v0";

    /// <summary>The frontend's options, such as <c>filename</c>, <c>target</c>, <c>build-arg:NAME</c>.</summary>
    public IReadOnlyDictionary<string, string> FrontendAttributes { get; init; } = new Dictionary<string, string>();

    /// <summary>What becomes of the result; null to build only.</summary>
    public Exporter? Exporter { get; init; }

    /// <summary>Where layers may be taken from.</summary>
    public IReadOnlyList<CacheLocation> CacheImports { get; init; } = [];

    /// <summary>Where layers are put.</summary>
    public IReadOnlyList<CacheLocation> CacheExports { get; init; } = [];

    /// <summary>What steps are allowed beyond the normal: <c>network.host</c>, <c>security.insecure</c>.</summary>
    public IReadOnlyList<string> Entitlements { get; init; } = [];
}

/// <summary>What makes a build's result into an image or files.</summary>
/// <param name="Type"><c>moby</c> puts an image into a Docker Engine's own store.</param>
/// <param name="Attributes">Its options, such as <c>name</c>: the image's names, joined by commas.</param>
public sealed record Exporter(string Type, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Puts the image into the Docker Engine's own store.</summary>
    /// <param name="names">The image's names with tags.</param>
    public static Exporter ToEngine(params IEnumerable<string> names) =>
        new("moby", new Dictionary<string, string> { ["name"] = string.Join(',', names) });
}

/// <summary>Where layers are cached outside the engine.</summary>
/// <param name="Type"><c>registry</c>, <c>inline</c>, <c>gha</c>…</param>
/// <param name="Attributes">Its options, such as <c>ref</c>.</param>
public sealed record CacheLocation(string Type, IReadOnlyDictionary<string, string> Attributes);
