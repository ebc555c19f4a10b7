namespace Attune.Dockerfiles.Expansion;

/// <summary>How a <see cref="ShellLexer"/> departs from plain expansion.</summary>
[Flags]
internal enum LexerModes
{
    None = 0,

    /// <summary>Quotes stay in the result.</summary>
    RawQuotes = 1,

    /// <summary>Escape characters stay in the result.</summary>
    RawEscapes = 2,

    /// <summary>Variables that aren't set stay in the result as they are written.</summary>
    KeepUnset = 4,

    /// <summary>A variable that <c>${x:?…}</c> demands is taken to be set elsewhere: it expands to nothing instead of being a fault.</summary>
    AssumeSet = 8,
}
