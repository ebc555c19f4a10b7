using System.Reflection;
using Nuke.Common.Injection;

namespace Nuke.Common;

/// <summary>A member set from the command line, the environment or <c>.nuke/parameters.json</c>, in this order.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ParameterAttribute(string? description = null) : ValueInjectionAttributeBase
{
    public string? Description { get; } = description;

    public string? Name { get; set; }

    /// <summary>The character that separates elements of an array given as one value.</summary>
    public string? Separator { get; set; }

    /// <summary>Whether the help text names it.</summary>
    public bool List { get; set; } = true;

    public Type? ValueProviderType { get; set; }

    /// <summary>A member of type <c>IEnumerable&lt;string&gt;</c> with suggestions.</summary>
    public string? ValueProviderMember { get; set; }

    public override object? GetValue(MemberInfo member, object instance) =>
        ParameterValues.Current.Get(new ParameterMember(member));
}
