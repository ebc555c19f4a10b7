using System.Linq.Expressions;
using Nuke.Common.IO;
using Nuke.Common.Injection;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>A build as its components see it.</summary>
public interface INukeBuild
{
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
