using System.Collections.Immutable;
using Attune.Compose;
using Attune.Dockerfiles.Resolution;
using Attune.Projects;
using Attune.Source;
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

    /// <exception cref="UserErrorException">The user named Dockerfiles, which are only looked at.</exception>
    public BuildPlan Plan(PlanRequest request) => settings.Project.Dockerfiles is []
        ? BuildPlan.Of(Project, request, host.Files)
        : throw new UserErrorException(
            "--dockerfile is for targets that look at Dockerfiles, not for those that build", "Leave it out: builds follow the compose file.", FaultKind.Usage);

    /// <summary>The plan of the compose project, whichever Dockerfiles the user named.</summary>
    public BuildPlan BuildPlanOf(PlanRequest request) => BuildPlan.Of(Project, request, host.Files);

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
