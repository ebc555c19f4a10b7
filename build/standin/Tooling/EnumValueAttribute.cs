using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>How an enum member is written in files of other tools.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class EnumValueAttribute(string value) : Attribute
{
    public string Value { get; } = value;

    internal static string Of(Enum member) =>
        member.GetType().GetField(member.ToString())!.GetCustomAttribute<EnumValueAttribute>()?.Value ?? member.ToString();
}
