partial class Build
{
    [Parameter("Lets VerifyLockedMounts, FixLockedMounts and ShowPlan look at every Dockerfile of the directory instead of the compose project")] readonly bool AllDockerfiles;
    [Parameter("Platforms that the Dockerfiles of --dockerfile and --all-dockerfiles are built for - Default is the engine's own", Separator = ",")] readonly string[] Platform = Array.Empty<string>();

    ProjectSettings ProjectSettings => new()
    {
        Directory = ProjectDirectory,
        ComposeFiles = ComposeFile,
        EnvFiles = EnvFile,
        Profiles = ComposeProfile,
        Services = Services,
        Dockerfiles = Dockerfile,
        DockerfileScope = AllDockerfiles ? DockerfileScope.All : DockerfileScope.Named,
        DockerfilePlatforms = Platform,
    };

    CheckSettings CheckSettings => new()
    {
        Rule = Rule,
        Fixes = UnsafeFixes ? FixSafety.Unsafe : FixSafety.Safe,
        Mode = Diff ? FixMode.Diff : FixMode.Write,
        View = Mounts is not null ? PlanView.Mounts : PlanView.Services,
    };
}
