namespace Attune.Hazards.Tools.Known;

/// <summary>Gradle: a lock is handed over through a port on localhost, which another container doesn't reach.</summary>
internal static class Gradle
{
    public static Tool Tool { get; } = new("gradle")
    {
        Commands = ["gradle", "gradlew"],
        Directories =
        [
            new("user home", Safety.Unsafe, "hands its locks over through localhost, which another container doesn't reach")
            {
                Paths = ["~/.gradle", "~/.gradle/caches", "~/.gradle/wrapper", "**/.gradle", "**/.gradle/caches"],
                Variables = ["GRADLE_USER_HOME", "--gradle-user-home", "-g", "GRADLE_USER_HOME/caches", "GRADLE_USER_HOME/wrapper"],
                Sources =
                [
                    "https://github.com/argoproj/argo-workflows/discussions/16871",
                    "https://docs.gradle.org/current/userguide/dependency_caching.html#sec:shared-readonly-cache",
                ],
            },
        ],
    };
}
