using System.Collections.Immutable;

namespace Attune.Dockerfiles.Resolution;

/// <summary>What a base image hands to the stage that starts from it.</summary>
/// <param name="Environment">Its ENV.</param>
/// <param name="WorkingDirectory">Its WORKDIR; empty when it has none.</param>
public sealed record ImageSettings(ImmutableDictionary<string, string> Environment, string WorkingDirectory = "");
