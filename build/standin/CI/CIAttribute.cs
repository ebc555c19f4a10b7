using System.Reflection;
using Nuke.Common.Injection;

namespace Nuke.Common.CI;

/// <summary>The build server, if the build runs on one of the member's type; otherwise null.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class CIAttribute : ValueInjectionAttributeBase
{
    public override object? GetValue(MemberInfo member, object instance) =>
        ParameterMember.MemberType(member).IsInstanceOfType(NukeBuild.Host) ? NukeBuild.Host : null;
}
