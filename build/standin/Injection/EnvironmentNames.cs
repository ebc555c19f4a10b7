using System.Collections;

namespace Nuke.Common.Injection;

/// <summary>Environment variables by parameter name: exactly, else ignoring case, separators and a prefix <c>NUKE</c>.</summary>
internal sealed class EnvironmentNames
{
    private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> folded;

    public EnvironmentNames(IDictionary variables)
    {
        foreach (DictionaryEntry variable in variables)
            exact[(string)variable.Key] = (string?)variable.Value ?? "";
        folded = exact.Keys.ToLookup(Fold, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The variable's name and value; null if there is none, or if several differently spelled ones compete.</summary>
    public (string Name, string Value)? Find(string parameter, ICollection<string> warnings)
    {
        if (exact.TryGetValue(parameter, out var value))
            return (parameter, value);
        var name = Fold(parameter);
        string[] matches = [.. folded[name], .. folded["NUKE" + name]];
        if (matches.Length > 1)
            warnings.Add($"Could not resolve {parameter} since multiple values are provided");
        return matches.Length == 1 ? (matches[0], exact[matches[0]]) : null;
    }

    private static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
