using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Nuke.Common.Injection;

namespace Nuke.Common.Execution;

/// <summary>Holds the requirements of scheduled targets before the first of them runs.</summary>
internal static class RequirementCheck
{
    /// <remarks>Expressions look for operators by name, and compare references where machine code has left them out.</remarks>
    /// <exception cref="UsageException">One isn't met.</exception>
    [DynamicDependency("op_Equality", typeof(string))]
    [DynamicDependency("op_Inequality", typeof(string))]
    public static void Run(NukeBuild build)
    {
        foreach (var target in build.ScheduledTargets)
        {
            foreach (var requirement in target.Definition.Requirements)
            {
                if (requirement.ReturnType == typeof(bool))
                {
                    if (!(bool)requirement.Compile(preferInterpretation: true).DynamicInvoke()!)
                        throw new UsageException($"Target '{target.Name}' requires '{requirement.Body}'");
                    continue;
                }

                var member = MemberInjection.Member(requirement);
                if (!member.IsDefined(typeof(ValueInjectionAttributeBase), inherit: true))
                    throw new UsageException($"Member '{member.Name}' is required from target '{target.Name}' but not marked with an injection attribute.");
                if (IsMissing(member, build))
                    throw new UsageException($"Target '{target.Name}' requires member '{Name(member)}' to be not null or empty");
            }
        }

        foreach (var member in MemberInjection.Required(build.GetType()).Where(member => IsMissing(member, build)))
            throw new UsageException($"Member '{Name(member)}' is required to be not null or empty");
    }

    private static bool IsMissing(MemberInfo member, NukeBuild build) =>
        MemberInjection.Get(member, build) is var value && (value is null || (value is string text && string.IsNullOrWhiteSpace(text)));

    private static string Name(MemberInfo member) =>
        member.IsDefined(typeof(ParameterAttribute), inherit: true) ? new ParameterMember(member).Name : member.Name;
}
