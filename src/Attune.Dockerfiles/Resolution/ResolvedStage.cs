using System.Collections.Immutable;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Stages;

namespace Attune.Dockerfiles.Resolution;

/// <summary>A stage that a build needs.</summary>
/// <param name="Declaration">The stage as it is written.</param>
/// <param name="BaseName">What FROM expands to: a stage, an image, an additional context or <c>scratch</c>.</param>
/// <param name="BaseStage">The stage that it starts from; null for an image, an additional context or scratch.</param>
/// <param name="Origin">Whether the stage runs, or an additional context takes its place.</param>
/// <param name="Variables">ARG and ENV at the stage's end; the base image's own only if they were given.</param>
public sealed record ResolvedStage(
    StageDeclaration Declaration,
    string BaseName,
    StageDeclaration? BaseStage,
    StageOrigin Origin,
    ImmutableDictionary<string, string> Variables)
{
    private const LexerModes AsWritten = LexerModes.KeepUnset | LexerModes.RawQuotes | LexerModes.RawEscapes;

    /// <summary>
    /// Puts this stage's variables into a shell command. What isn't known, quotes and escapes stay as they are, and so does a line that
    /// is no whole word to the lexer, since a command may go over several.
    /// </summary>
    public string ExpandCommand(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var lexer = new ShellLexer('\\', Variables.GetValueOrDefault, AsWritten);
        return string.Join('\n', command.Split('\n').Select(Expand));

        string Expand(string line)
        {
            try
            {
                return lexer.Expand(line).Text;
            }
            catch (ExpansionException)
            {
                return line;
            }
        }
    }
}
