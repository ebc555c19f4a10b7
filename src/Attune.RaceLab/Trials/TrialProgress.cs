using Attune.RaceLab.Measures;

namespace Attune.RaceLab.Trials;

/// <summary>A trial has ended.</summary>
/// <param name="Contender">Whose.</param>
/// <param name="Trial">Which, from 1.</param>
/// <param name="Outcome">How.</param>
public sealed record TrialProgress(string Contender, int Trial, TrialOutcome Outcome);
