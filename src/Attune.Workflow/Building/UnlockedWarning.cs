namespace Attune.Workflow.Building;

/// <summary>What a user should know before cache mounts are built without locks.</summary>
internal static class UnlockedWarning
{
    // The figures are those of docs/race-lab.md; a test compares them.
    public const int Failures = 80;
    public const int Builds = 100;

    public static string Text { get; } =
        $"Cache mounts are built unlocked. {Failures} of {Builds} builds that shared cargo's caches so failed in the race lab (docs/race-lab.md); "
        + "./build.sh RaceLab counts it here. --strategy CompileOnce and --strategy Locked don't race";
}
