namespace Attune.Dockerfiles.Expansion;

/// <summary>What a word expands to.</summary>
/// <param name="Text">The expansion.</param>
/// <param name="Words">The expansion split at whitespace that isn't quoted.</param>
/// <param name="Unset">The variables that weren't set, in order of appearance.</param>
internal sealed record LexedText(string Text, IReadOnlyList<LexedWord> Words, IReadOnlyList<string> Unset);

/// <summary>A word and where it stood in the text before expansion.</summary>
internal readonly record struct LexedWord(string Text, int Start, int End);
