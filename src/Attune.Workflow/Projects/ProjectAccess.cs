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

    /// <summary>The directory that the project is about, absolute.</summary>
    public string Directory { get; } = Path.GetFullPath(settings.Project.Directory ?? settings.RootDirectory, host.CurrentDirectory);

    /// <summary>The directory that paths in messages are relative to, when they lie below it.</summary>
    public string ShownFrom => settings.Project.Directory is null ? Directory : host.CurrentDirectory;

    /// <summary>The path, relative to the project directory, of a file as messages show it.</summary>
    public string PathInProject(string shown) => Path.GetRelativePath(Directory, Path.GetFullPath(shown, ShownFrom)).Replace('\\', '/');

    /// <summary>What the user asked for: services and <c>--build-arg</c> values.</summary>
    public PlanRequest Request => new(ShownFrom)
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

    /// <summary>The plan of a run that builds nothing: of the compose project, or of Dockerfiles.</summary>
    /// <param name="files">Where Dockerfiles are read from, if not from the host.</param>
    public BuildPlan PlanToCheck(ISourceFiles? files = null)
    {
        files ??= host.Files;
        return settings.Project is { Dockerfiles: [], DockerfileScope: DockerfileScope.Named }
            ? BuildPlan.Of(_projectToCheck.Value, Request, files)
            : new DockerfileProject(Request with { ArgumentKnowledge = ArgumentKnowledge.Partial }, files) { Platforms = Platforms() }.Plan(Dockerfiles());
    }

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

    private BuildPlan Plan(PlanRequest request, MountSharing sharing)
    {
        var project = Replacement() is { } path ? DockerfileReplacement.Replace(Project, path) : Project;
        return MountRewriting.Rewrite(BuildPlan.Of(project, request, host.Files), sharing);
    }

    private string? Replacement() => settings.Project.Dockerfiles switch
    {
        _ when settings.Project.DockerfileScope == DockerfileScope.All => throw new UserErrorException(
            "--all-dockerfiles is for targets that look at Dockerfiles, not for those that build", "Leave it out: builds follow the compose file.", FaultKind.Usage),
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
                RequiredVariables = required,
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
