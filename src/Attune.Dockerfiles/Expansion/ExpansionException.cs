namespace Attune.Dockerfiles.Expansion;

/// <summary>A fault in a word that is expanded; becomes a located one where the word's place is known.</summary>
#pragma warning disable CA1064 // Exceptions should be public: this one never leaves the assembly.
internal sealed class ExpansionException(string message, int position) : Exception(message)
#pragma warning restore CA1064
{
    /// <summary>Where in the word.</summary>
    public int Position { get; } = position;
}
