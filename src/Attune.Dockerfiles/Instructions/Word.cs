using Attune.Source;

namespace Attune.Dockerfiles.Instructions;

/// <summary>A word as it is written: quotes, escapes and variables are still in it.</summary>
/// <param name="Text">The word, continuations in it joined.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Word(string Text, Span Span)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
