using System.Collections.Immutable;
using Attune.RaceLab.Contenders;

namespace Attune.RaceLab.Measures;

/// <summary>What a run of the lab found out.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Engine">The engine's version.</param>
/// <param name="Cargo">cargo's version.</param>
/// <param name="Work">How far builds went.</param>
/// <param name="Tallies">A tally for each contender.</param>
public sealed record RaceLabResult(DateTimeOffset At, string Engine, string Cargo, BenchWork Work, ImmutableArray<Tally> Tallies);
