using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A <see cref="Tool"/> found through <c>NAME_EXE</c> or <c>PATH</c>; null if it isn't there.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class PathVariableAttribute(string? name = null) : ValueInjectionAttributeBase
{
    public string? Name { get; } = name;

    public override object? GetValue(MemberInfo member, object instance)
    {
        var tool = Name ?? member.Name.ToLowerInvariant();
        var path = Environment.GetEnvironmentVariable(tool.ToUpperInvariant() + "_EXE") ?? ProcessTasks.FindInPath(tool);
        return path is null ? null : ToolRunner.Create(path);
    }
}
