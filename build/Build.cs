/// <summary>Targets only: what they do is in the libraries under <c>src</c>.</summary>
[GitHubActions(
    "ci",
    GitHubActionsImage.UbuntuLatest,
    AutoGenerate = false,
    On = new[] { GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest },
    InvokedTargets = new[] { nameof(Compile), nameof(Test) })]
sealed partial class Build : NukeBuild
{
    AbsolutePath Solution => RootDirectory / "Attune.sln";

    public static int Main() => Execute<Build>(build => build.Compile);
}
