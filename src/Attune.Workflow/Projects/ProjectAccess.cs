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
    private readonly Lazy<ComposeProject> _project = new(() => Load(settings, host));

    public ComposeProject Project => _project.Value;

    /// <summary>The directory that the project is about, absolute.</summary>
    public string Directory { get; } = Path.GetFullPath(settings.Project.Directory ?? settings.RootDirectory, host.CurrentDirectory);

    /// <summary>The directory that paths in messages are relative to, when they lie below it.</summary>
    public string ShownFrom => settings.Project.Directory is null ? Directory : host.CurrentDirectory;

    /// <summary>What the user asked for: services and <c>--build-arg</c> values.</summary>
    public PlanRequest Request => new(ShownFrom)
    {
        Services = [.. settings.Project.Services],
        ExtraArgs = settings.Build.Args.Select(Split).ToImmutableDictionary(),
    };

    private bool LooksAtDockerfiles => settings.Project.Dockerfiles is not [] || settings.Project.DockerfileScope == DockerfileScope.All;

    /// <exception cref="UserErrorException">The user named Dockerfiles, which are only looked at.</exception>
    public BuildPlan Plan(PlanRequest request) => LooksAtDockerfiles
        ? throw new UserErrorException(
            "--dockerfile and --all-dockerfiles are for targets that look at Dockerfiles, not for those that build",
            "Leave them out: builds follow the compose file.",
            FaultKind.Usage)
        : BuildPlan.Of(Project, request, host.Files);

    /// <summary>The plan of a run that builds nothing: of the compose project, or of Dockerfiles.</summary>
    /// <param name="files">Where Dockerfiles are read from, if not from the host.</param>
    public BuildPlan PlanToCheck(ISourceFiles? files = null) => LooksAtDockerfiles
        ? new DockerfileProject(Request, files ?? host.Files) { Platforms = Platforms() }.Plan(Dockerfiles())
        : BuildPlan.Of(Project, Request, files ?? host.Files);

    private ImmutableArray<string> Dockerfiles()
    {
        if (settings.Project.DockerfileScope == DockerfileScope.Named)
            return [.. settings.Project.Dockerfiles.Select(path => Path.GetFullPath(path, host.CurrentDirectory))];
        if (settings.Project.Dockerfiles is not [])
            throw new UserErrorException("--dockerfile and --all-dockerfiles exclude each other", "Leave one of them out.", FaultKind.Usage);
        CheckDirectory(Directory, host);
        return DockerfileSearch.Find(Directory, host.Files) is { IsEmpty: false } found
            ? found
            : throw new UserErrorException($"There is no Dockerfile in {Directory}", "Name the directory with --project-directory.", FaultKind.Usage);
    }

    private ImmutableArray<string> Platforms() => settings.Project.DockerfilePlatforms.FirstOrDefault(p => Platform.TryParse(p) is null) is { } wrong
        ? throw new UserErrorException($"'{wrong}' is no platform", "Write it as linux/amd64.", FaultKind.Usage)
        : [.. settings.Project.DockerfilePlatforms];

    private KeyValuePair<string, string> Split(string arg)
    {
        if (arg.Split('=', 2) is [{ Length: > 0 } name, var value])
            return new(name, value);
        // As with docker build: a name alone takes its value from the environment.
        return host.Variables.TryGetValue(arg, out var own)
            ? new(arg, own)
            : throw new UserErrorException($"--build-arg {arg} has no value, and the environment has none of that name", "Write NAME=value.", FaultKind.Usage);
    }

    private static ComposeProject Load(WorkflowSettings settings, WorkflowHost host)
    {
        var directory = Absolute(settings.Project.Directory ?? settings.RootDirectory);
        CheckDirectory(directory, host);
        var project = ComposeProject.Load(
            new()
            {
                CurrentDirectory = settings.Project.Directory is null ? directory : host.CurrentDirectory,
                ProjectDirectory = settings.Project.Directory is null ? null : directory,
                Files = [.. settings.Project.ComposeFiles.Select(Absolute)],
                EnvFiles = [.. settings.Project.EnvFiles.Select(Absolute)],
                Profiles = [.. settings.Project.Profiles],
                Environment = host.Variables,
            },
            host.Files);
        foreach (var warning in project.Warnings)
            host.Console.Warn(warning.Location is null ? warning.Message : $"{warning.Location}: {warning.Message}");
        return project;

        string Absolute(string path) => Path.GetFullPath(path, host.CurrentDirectory);
    }

    private static void CheckDirectory(string directory, WorkflowHost host)
    {
        if (!host.Files.DirectoryExists(directory))
            throw new UserErrorException($"The project directory {directory} doesn't exist", "Check --project-directory.", FaultKind.Usage);
    }
}
