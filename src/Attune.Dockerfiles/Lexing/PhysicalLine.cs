namespace Attune.Dockerfiles.Lexing;

/// <summary>One line of the file.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character, line break (and any carriage returns before it) left out.</param>
/// <param name="Next">The offset where the next line starts.</param>
internal readonly record struct PhysicalLine(int Start, int End, int Next);
