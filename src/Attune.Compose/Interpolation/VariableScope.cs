using Attune.Compose.Loading;
using Attune.Compose.Yaml;

namespace Attune.Compose.Interpolation;

/// <summary>Where variables come from, and where the use of an unset one is noted.</summary>
internal sealed class VariableScope(Func<string, string?> lookup, WarningLog warnings)
{
    public VariableScope(IReadOnlyDictionary<string, string> variables, WarningLog warnings)
        : this(variables.GetValueOrDefault, warnings)
    {
    }

    /// <summary>What is made of a variable that a text demands.</summary>
    public RequiredVariables RequiredVariables { get; init; }

    public string? Find(string name) => lookup(name);

    /// <summary>The value, or an empty string and a warning.</summary>
    public string FindOrWarn(string name, Origin origin)
    {
        if (lookup(name) is { } value)
            return value;
        warnings.Add($"The variable {name} is not set; an empty string stands for it", origin);
        return "";
    }
}
