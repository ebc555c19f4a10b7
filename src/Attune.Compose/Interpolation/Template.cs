using System.Text;
using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose.Interpolation;

/// <summary>
/// Replaces variables in a text: <c>$X ${X} ${X:-d} ${X-d} ${X:?e} ${X?e} ${X:+a} ${X+a}</c>, nested, and <c>$$</c> for one dollar sign.
/// The grammar is the one of https://docs.docker.com/reference/compose-file/interpolation/; a dollar sign that starts none of these stays.
/// </summary>
internal static class Template
{
    private const int MaxNesting = 50;

    // Variables that hold variables that hold variables double with each step; no program takes an environment variable of this length.
    private const int MaxLength = 1024 * 1024;

    /// <summary>Replaces every variable of a text.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="scope">The variables.</param>
    /// <param name="origin">Where the text stands, for faults and warnings.</param>
    public static string Substitute(string text, VariableScope scope, Origin origin) =>
        text.Contains('$', StringComparison.Ordinal) ? Substitute(text, scope, origin, nesting: 0) : text;

    private static string Substitute(string text, VariableScope scope, Origin origin, int nesting)
    {
        if (nesting > MaxNesting)
            throw origin.Fault($"Variables are nested more than {MaxNesting} levels deep");
        var result = new StringBuilder();
        var position = 0;
        while (text.IndexOf('$', position) is >= 0 and var dollar)
        {
            result.Append(text, position, dollar - position);
            var next = dollar + 1 < text.Length ? text[dollar + 1] : ' ';
            position = dollar + 2;
            if (next == '$')
            {
                result.Append('$');
            }
            else if (next == '{')
            {
                var braces = Braces.Read(text, dollar) ?? throw Invalid(origin);
                result.Append(Evaluate(braces, scope, origin, nesting));
                position = braces.End;
            }
            else if (VariableName.End(text, dollar + 1) is var end && end > dollar + 1)
            {
                result.Append(scope.FindOrWarn(text[(dollar + 1)..end], origin));
                position = end;
            }
            else
            {
                result.Append('$');
                position = dollar + 1;
            }

            if (result.Length > MaxLength)
                throw origin.Fault($"With its variables this is longer than {MaxLength} characters");
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static string Evaluate(Braces braces, VariableScope scope, Origin origin, int nesting)
    {
        if (braces.Operator is SubstitutionOperator.None)
            return scope.FindOrWarn(braces.Name, origin);
        var value = scope.Find(braces.Name);
        var present = braces.EmptyCounts is EmptyValue.AsUnset ? !string.IsNullOrEmpty(value) : value is not null;
        var usesArgument = braces.Operator is SubstitutionOperator.Alternative ? present : !present;
        if (!usesArgument)
            return value ?? "";
        var argument = Substitute(braces.Argument, scope, origin, nesting + 1);
        if (braces.Operator is SubstitutionOperator.Required && scope.RequiredVariables == RequiredVariables.Assumed)
            return scope.FindOrWarn(braces.Name, origin);
        if (braces.Operator is SubstitutionOperator.Required)
            throw origin.Fault(
                $"The variable {braces.Name} must be set" + (argument.Length == 0 ? "" : ": " + argument),
                "Set it in the environment or in an env file.");
        return argument;
    }

    // Without the text: it may be the value of a secret, and a compose file's line is shown anyway.
    private static LocatedException Invalid(Origin origin) =>
        origin.Fault("This can't be interpolated: a variable is $NAME or ${NAME}", "Write $$ for a dollar sign that starts no variable.");
}
