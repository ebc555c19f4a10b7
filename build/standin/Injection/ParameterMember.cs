using System.Reflection;
using Nuke.Common.Tooling;

namespace Nuke.Common.Injection;

/// <summary>A member with a <see cref="ParameterAttribute"/>.</summary>
internal sealed class ParameterMember(MemberInfo member)
{
    public MemberInfo Member { get; } = member;

    public ParameterAttribute Attribute { get; } = member.GetCustomAttribute<ParameterAttribute>()!;

    public string Name => field ??= Member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix + (Attribute.Name ?? Member.Name);

    public string DashedName => OptionNames.Dashed(Name);

    public string? Description => Attribute.Description?.TrimEnd('.');

    public char? Separator => Attribute.Separator is [var separator, ..] ? separator : null;

    public bool IsBuiltIn => Member.DeclaringType == typeof(NukeBuild);

    public Type Type => MemberType(Member);

    public static Type MemberType(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    /// <summary>What is suggested or allowed, in declaration order; null if anything is.</summary>
    public IEnumerable<string>? ValueSet(object build)
    {
        if (Attribute.ValueProviderMember is not { } provider)
            return Type.IsEnum ? null : Enumeration.NamesOf(Type.GetElementType() ?? Type);
        const BindingFlags anywhere =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;
        var found = (Attribute.ValueProviderType ?? build.GetType()).GetMember(provider, anywhere).Single();
        return (IEnumerable<string>?)(found is PropertyInfo property ? property.GetValue(build) : ((FieldInfo)found).GetValue(build));
    }
}
