using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Nuke.Common.Execution;

internal sealed class TargetDefinition(INukeBuild build) : ITargetDefinition
{
    public string? DescriptionText { get; private set; }

    public bool Listed { get; private set; } = true;

    public bool Assured { get; private set; }

    public bool Proceed { get; private set; }

    public DependencyBehavior Behavior { get; private set; }

    public List<Action> Actions { get; } = [];

    public List<Delegate> DependsOnTargets { get; } = [];

    public List<Delegate> DependentForTargets { get; } = [];

    public List<Delegate> BeforeTargets { get; } = [];

    public List<Delegate> AfterTargets { get; } = [];

    public List<Delegate> TriggersTargets { get; } = [];

    public List<Delegate> TriggeredByTargets { get; } = [];

    public List<TargetCondition> DynamicConditions { get; } = [];

    public List<TargetCondition> StaticConditions { get; } = [];

    public List<LambdaExpression> Requirements { get; } = [];

    public List<string> Artifacts { get; } = [];

    public ITargetDefinition Description(string description) => Then(() => DescriptionText = description);

    public ITargetDefinition Executes(params Action[] actions) => Then(() => Actions.AddRange(actions));

    public ITargetDefinition Executes<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(Func<T> action) => Then(() => Actions.Add(() => Await(action())));

    public ITargetDefinition Executes(Func<Task> action) => Then(() => Actions.Add(() => Await(action())));

    public ITargetDefinition DependsOn(params Target[] targets) => Then(() => DependsOnTargets.AddRange(targets));

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) =>
        DependsOn([.. targets.Select(target => target((T)build))]);

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => build is T ? DependsOn(targets) : this;

    public ITargetDefinition DependentFor(params Target[] targets) => Then(() => DependentForTargets.AddRange(targets));

    public ITargetDefinition Before(params Target[] targets) => Then(() => BeforeTargets.AddRange(targets));

    public ITargetDefinition After(params Target[] targets) => Then(() => AfterTargets.AddRange(targets));

    public ITargetDefinition Triggers(params Target[] targets) => Then(() => TriggersTargets.AddRange(targets));

    public ITargetDefinition TriggeredBy(params Target[] targets) => Then(() => TriggeredByTargets.AddRange(targets));

    public ITargetDefinition OnlyWhenDynamic(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null) =>
        Then(() => DynamicConditions.Add(new TargetCondition(TargetCondition.Trim(conditionExpression), condition)));

    public ITargetDefinition OnlyWhenStatic(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null) =>
        Then(() => StaticConditions.Add(new TargetCondition(TargetCondition.Trim(conditionExpression), condition)));

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class? => Then(() => Requirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct => Then(() => Requirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Then(() => Requirements.AddRange([requirement, .. requirements]));

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior) => Then(() => Behavior = dependencyBehavior);

    public ITargetDefinition AssuredAfterFailure() => Then(() => Assured = true);

    public ITargetDefinition ProceedAfterFailure() => Then(() => Proceed = true);

    public ITargetDefinition Unlisted() => Then(() => Listed = false);

    public ITargetDefinition Produces(params string[] artifacts) => Then(() => Artifacts.AddRange(artifacts));

    public ITargetDefinition Consumes(params Target[] targets) => this;

    private static void Await<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(T result)
    {
        var task = result switch
        {
            Task running => running,
            ValueTask running => running.AsTask(),
            _ when typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(ValueTask<>) =>
                (Task?)typeof(T).GetMethod(nameof(ValueTask.AsTask))!.Invoke(result, null),
            _ => null,
        };
        task?.GetAwaiter().GetResult();
    }

    private TargetDefinition Then(Action change)
    {
        change();
        return this;
    }
}
