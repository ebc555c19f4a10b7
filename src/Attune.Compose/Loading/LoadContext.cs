using System.Collections.Immutable;
using Attune.Compose.Interpolation;

namespace Attune.Compose.Loading;

/// <summary>What one project, or one included project, is loaded with.</summary>
/// <param name="Documents">Reads files, each one once.</param>
/// <param name="Warnings">Gets what is odd.</param>
/// <param name="Directory">What relative paths start from, absolute.</param>
/// <param name="Environment">The variables.</param>
/// <param name="IncludedBy">The files that led here through <c>include</c>, outermost first.</param>
internal sealed record LoadContext(
    DocumentReader Documents,
    WarningLog Warnings,
    string Directory,
    ImmutableDictionary<string, string> Environment,
    ImmutableArray<string> IncludedBy)
{
    /// <summary>What is made of a variable that a file demands.</summary>
    public RequiredVariables RequiredVariables { get; init; }

    public VariableScope Scope => new(Environment, Warnings) { RequiredVariables = RequiredVariables };

    /// <summary>A path of a compose file as an absolute one.</summary>
    public string Absolute(ComposeScalar path) => LocalPaths.Absolute(path, Directory, Environment);
}
