namespace Attune.Engines.Finding;

/// <summary>Asks whether an engine answers and what it is.</summary>
internal interface IEngineProbe
{
    /// <summary>Asks one engine, within a time limit of its own.</summary>
    Task<ProbeResult> ProbeAsync(EngineCandidate candidate, CancellationToken cancellationToken);
}
