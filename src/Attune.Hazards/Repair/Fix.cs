using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Hazards.Repair;

/// <summary>Whether a fix can be made without asking.</summary>
public enum FixSafety
{
    /// <summary>The build does the same as before, without the hazard.</summary>
    Safe,

    /// <summary>The build works differently afterwards.</summary>
    Unsafe,
}

/// <summary>A change to a Dockerfile that removes a finding.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Safety">Whether it can be made without asking.</param>
/// <param name="Source">The text that it changes.</param>
/// <param name="Edits">The changes.</param>
public sealed record Fix(string Title, FixSafety Safety, SourceText Source, ImmutableArray<Edit> Edits);
