namespace Attune.Hazards.Tools.Known;

/// <summary>Gradle: a lock is handed over through a port on localhost, which another container doesn't reach.</summary>
internal static class Gradle
{
    public static Tool Tool { get; } = new("gradle")
    {
        Commands = ["gradle", "gradlew"],
        Directories =
        [
            new("user home", Safety.Unsafe, "asks for its locks through localhost, where another container doesn't hear it, and gives up after a minute")
            {
                Paths = ["~/.gradle", "~/.gradle/caches", "**/.gradle", "**/.gradle/caches", "**/.gradle/caches/modules-2"],
                Variables = ["GRADLE_USER_HOME", "--gradle-user-home", "-g", "GRADLE_USER_HOME/caches"],
                Sources =
                [
                    "https://github.com/gradle/gradle/issues/851",
                    "https://docs.gradle.org/current/userguide/dependency_caching.html#sec:shared-readonly-cache",
                ],
            },
            new("wrapper distributions", Safety.Safe, "locks a distribution with a file beside it while it installs it")
            {
                Paths = ["~/.gradle/wrapper", "~/.gradle/wrapper/dists", "**/.gradle/wrapper"],
                Variables = ["GRADLE_USER_HOME/wrapper", "GRADLE_USER_HOME/wrapper/dists"],
                Sources = ["https://docs.gradle.org/current/userguide/gradle_wrapper.html"],
            },
        ],
    };
}
