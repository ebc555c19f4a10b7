using System.Collections.Immutable;
using Attune.Compose;
using Attune.Dockerfiles.Resolution;
using Attune.Projects;
using Attune.Source;
using Attune.Strategies;
using Attune.Strategies.Phases;
using Attune.Strategies.Rewriting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Projects;

/// <summary>The compose project of a run, read once.</summary>
internal sealed class ProjectAccess(WorkflowSettings settings, WorkflowHost host)
{
    private readonly Lazy<ComposeProject> _project = new(() => Load(settings, host, RequiredVariables.Demanded));
    private readonly Lazy<ComposeProject> _projectToCheck = new(() => Load(settings, host, RequiredVariables.Assumed));

    public ComposeProject Project => _project.Value;

    /// <summary>What the user asked for: services and <c>--build-arg</c> values.</summary>
    public PlanRequest Request => new(host.CurrentDirectory)
    {
        Services = [.. settings.Project.Services],
        ExtraArgs = settings.Build.Args.Select(Split).ToImmutableDictionary(),
    };

    /// <summary>What <see cref="PlanToVerify"/> is about.</summary>
    public VerifiedPlan Verified { get; set; }

    /// <summary>The plan of a run that builds: with the Dockerfile and the sharing modes that the user chose.</summary>
    public BuildPlan Plan(PlanRequest request) => Plan(request, StrategyPhases.Sharing(settings.Build.Strategy));

    /// <summary>The plan of the compose project, whichever Dockerfiles the user named.</summary>
    public BuildPlan BuildPlanOf(PlanRequest request) => BuildPlan.Of(Project, request, host.Files);

    /// <summary>What <c>VerifyLockedMounts</c> checks. That unlocked mounts race is no news to those who ask for them: then what is written is checked.</summary>
    public BuildPlan PlanToVerify() => (Verified, StrategyPhases.Sharing(settings.Build.Strategy)) switch
    {
        (VerifiedPlan.Build, MountSharing.Locked) => Plan(Request, MountSharing.Locked),
        (VerifiedPlan.Build, _) when Replacement() is not null => Plan(Request, MountSharing.AsWritten),
        _ => PlanToCheck(),
    };

    /// <summary>The plan of a run that builds nothing: of the compose project, or of the Dockerfiles that the user named.</summary>
    /// <param name="files">Where Dockerfiles are read from, if not from the host.</param>
    public BuildPlan PlanToCheck(ISourceFiles? files = null)
    {
        files ??= host.Files;
        var project = settings.Project.Dockerfiles is []
            ? _projectToCheck.Value
            : DockerfileProject.Of(settings.Project.Dockerfiles.Select(path => Path.GetFullPath(path, host.CurrentDirectory)), Request, files);
        return BuildPlan.Of(project, Request with { ArgumentKnowledge = settings.Project.Dockerfiles is [] ? ArgumentKnowledge.Complete : ArgumentKnowledge.Partial }, files);
    }

    private BuildPlan Plan(PlanRequest request, MountSharing sharing)
    {
        var project = Replacement() is { } path ? DockerfileReplacement.Replace(Project, path) : Project;
        return MountRewriting.Rewrite(BuildPlan.Of(project, request, host.Files), sharing);
    }

    private string? Replacement() => settings.Project.Dockerfiles switch
    {
        [] => settings.Build.Strategy == BuildStrategy.CompileOnce ? CompileOnceDockerfile.Of(Project, host.Files) : null,
        [var path] => Existing(Path.GetFullPath(path, host.CurrentDirectory)),
        _ => throw new UserErrorException("Services can't be built from several Dockerfiles at once", "Give --dockerfile once.", FaultKind.Usage),
    };

    private string Existing(string path) => host.Files.FileExists(path)
        ? path
        : throw new UserErrorException($"The Dockerfile {path} doesn't exist", "Check --dockerfile.", FaultKind.Usage);

    private KeyValuePair<string, string> Split(string arg)
    {
        if (arg.Split('=', 2) is [{ Length: > 0 } name, var value])
            return new(name, value);
        // As with docker build: a name alone takes its value from the environment.
        return host.Variables.TryGetValue(arg, out var own)
            ? new(arg, own)
            : throw new UserErrorException($"--build-arg {arg} has no value, and the environment has none of that name", "Write NAME=value.", FaultKind.Usage);
    }

    private static ComposeProject Load(WorkflowSettings settings, WorkflowHost host, RequiredVariables required)
    {
        var directory = Absolute(settings.Project.Directory ?? settings.RootDirectory);
        if (!host.Files.DirectoryExists(directory))
            throw new UserErrorException($"The project directory {directory} doesn't exist", "Check --project-directory.", FaultKind.Usage);
        var project = ComposeProject.Load(
            new()
            {
                CurrentDirectory = settings.Project.Directory is null ? directory : host.CurrentDirectory,
                ProjectDirectory = settings.Project.Directory is null ? null : directory,
                Files = [.. settings.Project.ComposeFiles.Select(Absolute)],
                EnvFiles = [.. settings.Project.EnvFiles.Select(Absolute)],
                Profiles = [.. settings.Project.Profiles],
                Environment = host.Variables,
                RequiredVariables = required,
            },
            host.Files);
        foreach (var warning in project.Warnings)
            host.Console.Warn(warning.Location is null ? warning.Message : $"{warning.Location}: {warning.Message}");
        return project;

        string Absolute(string path) => Path.GetFullPath(path, host.CurrentDirectory);
    }
}
