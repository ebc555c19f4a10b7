using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Injection;

/// <summary>Members with an injection attribute, and how they get their values.</summary>
internal static class MemberInjection
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Dictionary<MemberInfo, object?> ComponentValues = [];

    /// <summary>Members of the class and its bases, then those of its components; sorted by parameter name.</summary>
    public static IReadOnlyList<ParameterMember> Parameters(Type build) =>
    [
        .. Members(build).Concat(build.GetInterfaces().SelectMany(component => component.GetMembers(Everything)))
            .Where(member => member.IsDefined(typeof(ParameterAttribute), inherit: true))
            .Select(member => new ParameterMember(member))
            .DistinctBy(parameter => parameter.Name)
            .OrderBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase),
    ];

    public static IEnumerable<MemberInfo> Required(Type build) => Members(build).Where(member => member.IsDefined(typeof(RequiredAttribute)));

    public static void Inject(NukeBuild build, Func<ValueInjectionAttributeBase, bool> filter)
    {
        foreach (var member in Members(build.GetType()))
        {
            if (member.GetCustomAttribute<ValueInjectionAttributeBase>() is not { } attribute || !filter(attribute))
                continue;
            if (member.DeclaringType == typeof(NukeBuild) && !IsInjectable(member))
                continue;
            attribute.Build = build;
            if (attribute.GetValue(member, build) is { } value)
                Set(member, build, value);
        }
    }

    public static object? TryGetValue(LambdaExpression expression, Type type, INukeBuild build)
    {
        var member = Member(expression);
        if (ComponentValues.TryGetValue(member, out var known))
            return known;
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>() ??
            throw new InvalidOperationException($"Member '{member.Name}' is not marked with an injection attribute.");
        attribute.Build = build;
        var value = attribute is ParameterAttribute
            ? ParameterValues.Current.Get(new ParameterMember(member), type == typeof(object) ? null : type)
            : attribute.GetValue(member, build);
        return ComponentValues[member] = value;
    }

    public static MemberInfo Member(LambdaExpression expression)
    {
        var body = expression.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
            body = conversion.Operand;
        return ((MemberExpression)body).Member;
    }

    public static object? Get(MemberInfo member, object build) =>
        member is PropertyInfo property ? property.GetValue(build) : ((FieldInfo)member).GetValue(build);

    private static IEnumerable<MemberInfo> Members(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var member in current.GetMembers(Everything | BindingFlags.DeclaredOnly))
            {
                if (member is FieldInfo or PropertyInfo && member.IsDefined(typeof(ValueInjectionAttributeBase), inherit: true))
                    yield return member;
            }
        }
    }

    private static bool IsInjectable(MemberInfo member) =>
        member.Name is nameof(NukeBuild.Plan) or nameof(NukeBuild.Help) or nameof(NukeBuild.Continue) or nameof(NukeBuild.NoLogo)
            or nameof(NukeBuild.Partition);

    private static void Set(MemberInfo member, object build, object value)
    {
        if (member is FieldInfo field)
            field.SetValue(build, value);
        else if (member is PropertyInfo { CanWrite: true } property)
            property.SetValue(build, value);
        else
            member.DeclaringType!.GetField($"<{member.Name}>k__BackingField", Everything)?.SetValue(build, value);
    }
}
