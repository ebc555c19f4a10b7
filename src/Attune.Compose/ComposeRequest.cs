using System.Collections.Immutable;

namespace Attune.Compose;

/// <summary>What to load: the same things that <c>docker compose</c> takes from its options, the environment and the current directory.</summary>
public sealed record ComposeRequest
{
    /// <summary>The directory that relative paths of this request start from; must be absolute.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary><c>--project-directory</c>: what relative paths in compose files start from; by default the first file's directory.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary><c>--file</c>; when empty, <c>COMPOSE_FILE</c>, then Compose's default names here and in the directories above.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary><c>--env-file</c>; when empty, <c>COMPOSE_ENV_FILES</c>, then <c>.env</c> in the project directory.</summary>
    public ImmutableArray<string> EnvFiles { get; init; } = [];

    /// <summary><c>--profile</c>; when empty, <c>COMPOSE_PROFILES</c>. <c>*</c> stands for all.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    /// <summary><c>--project-name</c>; by default <c>COMPOSE_PROJECT_NAME</c>, <c>name:</c>, the project directory's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>What is made of a variable that a file demands and nobody sets.</summary>
    public RequiredVariables RequiredVariables { get; init; }

    /// <summary>The environment of the process; it wins over env files.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}
