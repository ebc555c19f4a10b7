using System.Collections.Immutable;

namespace Attune.Dockerfiles.Scopes;

/// <summary>A text that was expanded in a stage.</summary>
internal readonly record struct ScopedText(string Text, ImmutableArray<string> Unset, Certainty Certainty);
