namespace Attune.Engines.Docker;

/// <summary>A service to be recreated from its new image.</summary>
/// <param name="ProjectDirectory">The compose project's directory.</param>
/// <param name="Files">Its compose files, first the base; empty for Compose's own choice.</param>
/// <param name="Service">The service.</param>
public sealed record ComposeUpRequest(string ProjectDirectory, IReadOnlyList<string> Files, string Service)
{
    /// <summary>Files of <c>--env-file</c>.</summary>
    public IReadOnlyList<string> EnvFiles { get; init; } = [];

    /// <summary>The project's name, or null for Compose's own choice.</summary>
    public string? ProjectName { get; init; }
}
