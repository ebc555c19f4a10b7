using System.Collections.Immutable;

namespace Attune.Compose.Loading;

/// <summary>What has to be known before the first compose file is read.</summary>
/// <param name="Directory">The project directory, absolute.</param>
/// <param name="Files">The compose files, absolute, in the order in which they are merged.</param>
/// <param name="Environment">The environment with the env files' variables below it.</param>
/// <param name="Profiles">The active profiles.</param>
internal sealed record ProjectSetup(
    string Directory,
    ImmutableArray<string> Files,
    ImmutableDictionary<string, string> Environment,
    ImmutableArray<string> Profiles);
