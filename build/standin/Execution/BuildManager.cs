using System.Linq.Expressions;
using System.Text;
using Nuke.Common.CI;
using Nuke.Common.Display;
using Nuke.Common.Injection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run from the arguments to the exit code.</summary>
internal static class BuildManager
{
    private const int Failure = -1;

    public static int Execute<T>(Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            if (NukeBuild.StartFault is { } fault)
                throw fault;
            return Run(new T(), defaults);
        }
        catch (UsageException fault)
        {
            Host.Error(fault.Message);
            return UsageException.ExitCode;
        }
#pragma warning disable CA1031 // Do not catch general exception types: a constructor or a hook of the build may throw anything.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Host.Error(fault.Message);
            return Failure;
        }
    }

    private static int Run(NukeBuild build, IEnumerable<LambdaExpression> defaults)
    {
        var values = ParameterValues.Current;
        build.ExecutableTargets = TargetFactory.Create(build, defaults);
        var parameters = MemberInjection.Parameters(build.GetType());
        MemberInjection.Inject(build, attribute => attribute is ParameterAttribute);
        UnknownOptions.Reject(values.CommandLine, parameters);
        if (!build.Help)
            BuildLog.Open(NukeBuild.Host, NukeBuild.IsServerBuild ? null : NukeBuild.TemporaryDirectory);
        try
        {
            build.OnBuildCreated();
            if (values.CommandLine.Values("generate-configuration") is { } generate)
                return ConfigurationFiles.Generate(build, generate);
            ConfigurationFiles.Refresh(build);
            BuildSchema.Save(build, parameters);
            if (!build.NoLogo)
                Banner.Write();
            foreach (var warning in values.Warnings)
                Host.Warning(warning);
            var isStrict = values.CommandLine.Values("strict") is not null;
            var invoked = InvokedTargets(build, parameters);
            build.ExecutionPlan = ExecutionPlanner.Plan(build.ExecutableTargets, invoked, isStrict);
            foreach (var name in invoked ?? [])
                ExecutionPlanner.Find(name, build.ExecutableTargets).Invoked = true;
            if (build.Plan)
                return PlanPage.Write(build);
            if (build.Help || build.ExecutionPlan.Count == 0)
                return HelpText.Write(build, parameters);
            foreach (var target in build.ExecutionPlan)
                target.Status = ExecutionStatus.Scheduled;
            MemberInjection.Inject(build, attribute => attribute is not ParameterAttribute);
            build.OnBuildInitialized();
            var skip = (IReadOnlyList<string>?)values.Get(parameters.Single(parameter => parameter.Name == "Skip"), typeof(string[]));
            return Run(build, skip);
        }
        finally
        {
            Log.CloseAndFlush();
        }
    }

    private static int Run(NukeBuild build, IReadOnlyList<string>? skip)
    {
        using var interruption = new Interruption();
        var failure = Failure;
        try
        {
            new BuildExecutor(build, skip, () => new BuildAttempt(
                NukeBuild.TemporaryDirectory / "build-attempt.log", Environment.GetCommandLineArgs().Skip(1), build.Continue)).Run();
        }
        catch (Exception fault) when (fault is TargetFailedException or OperationCanceledException)
        {
            failure = interruption.ExitCode ?? Failure;
        }
        catch (UsageException fault)
        {
            Host.Error(fault.Message);
        }

        Finish(build);
        return build.ExitCode ?? (build.IsSucceeding ? 0 : failure);
    }

    private static void Finish(NukeBuild build)
    {
        foreach (var target in build.ScheduledTargets)
            target.Status = ExecutionStatus.NotRun;
        BuildLog.RepeatProblems(NukeBuild.Host);
        Summary.Write(build);
        build.OnBuildFinished();
    }

    /// <summary>Names from the command line must exist; a stray TARGET in the environment is warned about and ignored.</summary>
    private static string[]? InvokedTargets(NukeBuild build, IReadOnlyList<ParameterMember> parameters)
    {
        var values = ParameterValues.Current;
        var names = (string[]?)values.Get(parameters.Single(parameter => parameter.Name == "Target"), typeof(string[]));
        if (names is null || values.CommandLine.Positionals.Count > 0 || values.CommandLine.Values("target") is not null)
            return names;
        var unknown = Array.Find(names, name => !build.ExecutableTargets.Any(target => OptionNames.Same(target.Name, name)));
        if (unknown is null)
            return names;
        Host.Warning($"The environment names a target '{unknown}', which does not exist; it is ignored.");
        return null;
    }
}
