using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.Injection;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>A build as its components see it.</summary>
public interface INukeBuild
{
    IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; }
    IReadOnlyCollection<ExecutableTarget> InvokedTargets { get; }
    IReadOnlyCollection<ExecutableTarget> SkippedTargets { get; }
    IReadOnlyCollection<ExecutableTarget> ScheduledTargets { get; }
    IReadOnlyCollection<ExecutableTarget> RunningTargets { get; }
    IReadOnlyCollection<ExecutableTarget> AbortedTargets { get; }
    IReadOnlyCollection<ExecutableTarget> FailedTargets { get; }
    IReadOnlyCollection<ExecutableTarget> SucceededTargets { get; }
    IReadOnlyCollection<ExecutableTarget> FinishedTargets { get; }
    bool IsSucceeding { get; }
    bool IsFailing { get; }
    bool IsFinished { get; }
    int? ExitCode { get; set; }
    bool Plan { get; }
    bool Help { get; }
    bool NoLogo { get; }
    bool Continue { get; }
    AbsolutePath RootDirectory => NukeBuild.RootDirectory;
    AbsolutePath TemporaryDirectory => NukeBuild.TemporaryDirectory;
    Verbosity Verbosity => NukeBuild.Verbosity;
    Host Host => NukeBuild.Host;
    bool IsLocalBuild => NukeBuild.IsLocalBuild;
    bool IsServerBuild => NukeBuild.IsServerBuild;

    void ReportSummary(Configure<Dictionary<string, string>>? configurator = null);

    T? TryGetValue<T>(Expression<Func<T>> parameterExpression)
        where T : class? => (T?)MemberInjection.TryGetValue(parameterExpression, typeof(T), this);

    T? TryGetValue<T>(Expression<Func<object>> parameterExpression) => (T?)MemberInjection.TryGetValue(parameterExpression, typeof(T), this);
}
