using System.Reflection;

namespace Nuke.Common;

/// <summary>Marks a member that gets its value before the first target runs.</summary>
public abstract class ValueInjectionAttributeBase : Attribute
{
    public INukeBuild? Build { get; internal set; }

    public virtual int Priority { get; set; }

    public abstract object? GetValue(MemberInfo member, object instance);
}
