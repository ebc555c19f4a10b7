partial class Build
{
    [Parameter("Lets VerifyLockedMounts, FixLockedMounts and ShowPlan look at every Dockerfile of the directory instead of the compose project")] readonly bool AllDockerfiles;
    [Parameter("Platforms that the Dockerfiles of --dockerfile and --all-dockerfiles are built for - Default is the engine's own", Separator = ",")] readonly string[] Platform = Array.Empty<string>();
    [Parameter("Hazards that aren't reported, RULE[:PATH[:LINE]], the path relative to the project directory; best in .nuke/parameters.json, ' # reason' may follow")] readonly string[] IgnoreHazards = Array.Empty<string>();
    [Parameter("The file of known findings, which VerifyLockedMounts doesn't report again")] readonly string? Baseline;
    [Parameter("Lets VerifyLockedMounts write what it finds to the file of --baseline")] readonly bool WriteBaseline;

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
        View = Mounts is not null ? PlanView.Mounts : Schedule ? PlanView.Schedule : PlanView.Services,
        IgnoredHazards = IgnoreHazards,
        Baseline = Baseline,
        BaselineMode = WriteBaseline ? BaselineMode.Write : BaselineMode.Compare,
    };
}
