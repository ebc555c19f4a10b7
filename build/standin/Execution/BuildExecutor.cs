using System.Reflection;
using Nuke.Common.Display;
using Nuke.Common.Injection;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the planned targets one after the other, skipping what need not run.</summary>
internal sealed class BuildExecutor(NukeBuild build, IReadOnlyList<string>? skipped, Func<BuildAttempt> begin)
{
    private BuildAttempt? attempt;

    public void Run()
    {
        foreach (var target in build.ExecutionPlan.Where(IsSkippedByName))
            Skip(target, "via parameter");
        foreach (var target in build.ExecutionPlan)
            CheckConditions(target, target.Definition.StaticConditions);
        RequirementCheck.Run(build);
        attempt = begin();
        try
        {
            foreach (var target in build.ExecutionPlan)
                Run(target, isCleanup: false);
        }
        catch (Exception fault) when (fault is TargetFailedException or OperationCanceledException)
        {
            foreach (var target in build.ScheduledTargets.Where(target => target.AssuredAfterFailure))
                Run(target, isCleanup: true);
            throw;
        }
    }

    private bool IsSkippedByName(ExecutableTarget target) =>
        skipped is not null && (skipped.Count == 0 || skipped.Any(name => OptionNames.Same(name, target.Name)));

    private void Run(ExecutableTarget target, bool isCleanup)
    {
        if (target.Status == ExecutionStatus.Skipped || attempt!.Succeeded.Contains(target.Name) ||
            CheckConditions(target, target.Definition.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.OnTargetSkipped(target.Name);
            return;
        }

        if (target.Definition.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        if (!isCleanup)
            Interruption.Token.ThrowIfCancellationRequested();
        using (BuildLog.Target(target.Name))
        using (NukeBuild.Host.WriteBlock(target.Name))
            RunActions(target, isCleanup);
    }

    private void RunActions(ExecutableTarget target, bool isCleanup)
    {
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.OnTargetRunning(target.Name);
        try
        {
            foreach (var action in target.Definition.Actions)
                action();
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
            build.OnTargetSucceeded(target.Name);
            attempt!.Add(target);
        }
#pragma warning disable CA1031 // Do not catch general exception types: whatever a target throws makes it fail.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            target.Stopwatch.Stop();
            Fail(target, Unwrap(thrown), isCleanup);
        }
    }

    private void Fail(ExecutableTarget target, Exception fault, bool isCleanup)
    {
        var isInterrupted = !isCleanup && Interruption.HasBegun(fault);
        if (isInterrupted && (fault is OperationCanceledException or ProcessException))
        {
            Log.Warning("Target {TargetName} was interrupted", target.Name);
        }
        else
        {
            if (target.SummaryInformation.Count == 0)
                target.SummaryInformation = new Dictionary<string, string> { [fault.GetType().Name] = fault.Message.Split(["\r\n", "\n"], StringSplitOptions.None)[0] };
            Log.Error(fault, "Target {TargetName} has thrown an exception", target.Name);
        }

        target.Status = isInterrupted ? ExecutionStatus.Aborted : ExecutionStatus.Failed;
        build.OnTargetFailed(target.Name);
        if (isInterrupted || (!target.ProceedAfterFailure && !isCleanup))
            throw new TargetFailedException(target.Name, fault);
    }

    /// <summary>Whether a condition forbids the target; it is marked then.</summary>
    private bool CheckConditions(ExecutableTarget target, IEnumerable<TargetCondition> conditions)
    {
        try
        {
            var violated = conditions.Where(condition => !condition.Holds()).Select(condition => condition.Text).ToList();
            if (violated.Count > 0)
            {
                Inform(target, "OnlyWhen", string.Join(" && ", violated));
                Skip(target, reason: null);
            }
        }
        catch (Exception thrown)
        {
            Log.Error(Unwrap(thrown), "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetFailedException(target.Name, Unwrap(thrown));
        }

        return target.SummaryInformation.ContainsKey("OnlyWhen");
    }

    private void Skip(ExecutableTarget target, string? reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;
        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            if (reason is not null)
                Inform(target, "Skipped", reason);
        }

        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;
        foreach (var dependency in target.ExecutionDependencies.Concat(target.Triggers).Where(dependency => !IsNeededBeside(target, dependency)))
            Skip(dependency, $"because of {target.Name}");
    }

    private bool IsNeededBeside(ExecutableTarget target, ExecutableTarget dependency) =>
        build.ScheduledTargets.Any(other =>
            other != target && (other.ExecutionDependencies.Contains(dependency) || other.Triggers.Contains(dependency)));

    private static void Inform(ExecutableTarget target, string key, string value) =>
        target.SummaryInformation = new Dictionary<string, string>(target.SummaryInformation) { [key] = value };

    private static Exception Unwrap(Exception thrown) =>
        thrown is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 } && thrown.InnerException is { } inner ? Unwrap(inner) : thrown;
}
