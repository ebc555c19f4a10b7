namespace Attune.Hazards.Tools.Known;

/// <summary>Maven: up to version 3 the local repository is locked inside one process only; version 4 locks files in it.</summary>
internal static class Maven
{
    public static Tool Tool { get; } = new("maven")
    {
        Commands = ["mvn", "mvnw", "mvnd"],
        Directories =
        [
            new("local repository", Safety.Unsafe, "3 locks its local repository only within one process")
            {
                Paths = ["~/.m2", "~/.m2/repository"],
                Variables = ["MAVEN_USER_HOME", "-Dmaven.repo.local"],
                Sources =
                [
                    "https://maven.apache.org/resolver/maven-resolver-impl/synccontextfactory.html",
                    "https://github.com/apache/maven-resolver/issues/2017",
                ],
            },
        ],
    };
}
