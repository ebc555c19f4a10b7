using System.Collections.Immutable;

namespace Attune.Dockerfiles.Expansion;

/// <summary>A word after expansion.</summary>
/// <param name="Text">What it expands to.</param>
/// <param name="Unset">The variables in it that weren't set, in order of appearance.</param>
internal readonly record struct ExpandedWord(string Text, ImmutableArray<string> Unset);
