using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>An engine that may be there.</summary>
/// <param name="Endpoint">Where.</param>
/// <param name="Source">Who named it, such as <c>DOCKER_HOST</c>.</param>
/// <param name="Origin">Whether somebody chose it.</param>
internal sealed record EngineCandidate(BuildKitEndpoint Endpoint, string Source, CandidateOrigin Origin)
{
    /// <summary>How a choice is taken back, as the end of a sentence; empty for an engine that nobody chose.</summary>
    public string Undo { get; init; } = "";

    /// <summary>The candidate in a list.</summary>
    public override string ToString() => $"{Source} {Endpoint}";
}

/// <summary>Whether an engine was chosen or guessed.</summary>
internal enum CandidateOrigin
{
    /// <summary>The user named it: no other may take its place.</summary>
    Chosen,

    /// <summary>A usual place: the next is tried when nothing usable is there.</summary>
    WellKnown,

    /// <summary>The engine of this checkout.</summary>
    Embedded,
}
