using System.Text;

namespace Attune.BuildKit.Session.FileSync.Patterns;

internal enum TokenKind
{
    /// <summary>One given character.</summary>
    Literal,

    /// <summary><c>?</c>: one character of a name.</summary>
    NameChar,

    /// <summary><c>*</c>: any characters of a name.</summary>
    NameChars,

    /// <summary><c>[…]</c>: one character of a class.</summary>
    Class,

    /// <summary><c>**</c> at the end or at the start: anything.</summary>
    AnyChars,

    /// <summary><c>**</c> elsewhere: nothing, or the <see cref="Directories"/> that follow.</summary>
    OptionalDirectories,

    /// <summary>Anything that ends with a slash.</summary>
    Directories,
}

/// <summary>A part of a pattern.</summary>
internal readonly record struct PatternToken(TokenKind Kind, Rune Rune = default, RuneClass? Class = null)
{
    /// <summary>Whether it stays active after a character.</summary>
    public bool Repeats => Kind is TokenKind.NameChars or TokenKind.AnyChars or TokenKind.Directories;

    public bool Consumes(Rune rune) => Kind switch
    {
        TokenKind.Literal => Rune == rune,
        TokenKind.NameChar or TokenKind.NameChars => rune.Value != '/',
        TokenKind.Class => Class!.Contains(rune),
        TokenKind.AnyChars or TokenKind.Directories => true,
        _ => false,
    };
}

/// <summary>A character class.</summary>
internal sealed record RuneClass(IReadOnlyList<(int First, int Last)> Ranges, bool IsNegated)
{
    public bool Contains(Rune rune) => Ranges.Any(r => r.First <= rune.Value && rune.Value <= r.Last) != IsNegated;
}
