using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Injection;

namespace Nuke.Common.Execution;

/// <summary>Finds the targets of a build: those of the class in declaration order, then those of its components.</summary>
internal static class TargetFactory
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static IReadOnlyList<ExecutableTarget> Create(NukeBuild build, IEnumerable<LambdaExpression> defaults)
    {
        List<ExecutableTarget> targets = [.. Properties(build.GetType()).Select(property => Create(build, property))];
        foreach (var chosen in defaults.Select(expression => ((PropertyInfo)MemberInjection.Member(expression)).GetValue(build)))
        {
            foreach (var target in targets.Where(target => target.Factory.Equals(chosen)))
                target.IsDefault = true;
        }

        foreach (var target in targets)
            Connect(target, targets);
        return targets;
    }

    internal static IReadOnlyList<PropertyInfo> Properties(Type build)
    {
        List<PropertyInfo> own = [.. build.GetProperties(Instance).Where(IsTarget)];
        var inherited = build.GetInterfaces().SelectMany(component => component.GetProperties(Instance)).Where(IsTarget)
            .Where(property => own.TrueForAll(target => target.Name != property.Name && !target.Name.EndsWith("." + property.Name, StringComparison.Ordinal)))
            .GroupBy(property => property.Name).Select(MostDerived);
        return [.. own, .. inherited];
    }

    private static bool IsTarget(PropertyInfo property) => property.PropertyType == typeof(Target);

    private static PropertyInfo MostDerived(IGrouping<string, PropertyInfo> candidates)
    {
        var derived = candidates.FirstOrDefault(one => candidates.All(other => other.DeclaringType!.IsAssignableFrom(one.DeclaringType)));
        return derived ?? throw new UsageException(
            $"Property '{candidates.Key}' must be implemented explicitly because it is inherited from multiple interfaces:\n" +
            string.Join('\n', candidates.Select(property => $" - {property.DeclaringType!.Name}")));
    }

    private static ExecutableTarget Create(NukeBuild build, PropertyInfo property)
    {
        var definition = new TargetDefinition(build);
        var factory = (Target)property.GetValue(build)!;
        factory(definition);
        return new ExecutableTarget(property, factory, definition);
    }

    private static void Connect(ExecutableTarget target, List<ExecutableTarget> targets)
    {
        target.ExecutionDependencies = Related(definition => definition.DependsOnTargets, definition => definition.DependentForTargets);
        target.OrderDependencies = Related(definition => definition.AfterTargets, definition => definition.BeforeTargets);
        target.TriggerDependencies = Related(definition => definition.TriggeredByTargets, definition => definition.TriggersTargets);
        target.Triggers = Related(definition => definition.TriggersTargets, definition => definition.TriggeredByTargets);
        if (target.AllDependencies.Concat(target.Triggers).Contains(target))
            throw new UsageException($"Target '{target.Name}' cannot have a dependency on itself");

        IReadOnlyList<ExecutableTarget> Related(Func<TargetDefinition, List<Delegate>> direct, Func<TargetDefinition, List<Delegate>> reverse) =>
        [
            .. direct(target.Definition).Select(factory => targets.Find(other => other.Factory.Equals(factory)) ??
                throw new UsageException($"Target '{target.Name}' depends on a target that is no property of the build")),
            .. targets.Where(other => other != target && reverse(other.Definition).Contains(target.Factory)),
        ];
    }
}
