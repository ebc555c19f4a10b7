using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Stages;

/// <summary>A stage as it is written: a FROM and what follows it.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Name">Its name in lower case, the case BuildKit compares in; null when it has none.</param>
/// <param name="From">The FROM that starts it.</param>
/// <param name="Instructions">What follows the FROM.</param>
public sealed record StageDeclaration(int Index, string? Name, FromInstruction From, ImmutableArray<Instruction> Instructions)
{
    /// <summary>The name, or <c>stage-N</c>, as BuildKit shows it.</summary>
    public string DisplayName => Name ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"stage-{Index}");
}
