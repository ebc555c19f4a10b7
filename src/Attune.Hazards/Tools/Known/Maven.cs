namespace Attune.Hazards.Tools.Known;

/// <summary>Maven: up to version 3 the local repository is locked inside one process only; version 4 locks files in it.</summary>
internal static class Maven
{
    public static Tool Tool { get; } = new("maven")
    {
        Commands = ["mvn", "mvnw", "mvnd"],
        Purges = ["dependency:purge-local-repository"],
        Directories =
        [
            new("local repository", Safety.Unsafe, "3 locks its local repository only within one process")
            {
                Paths = ["~/.m2", "~/.m2/repository", "/usr/share/maven/ref/repository"],
                Variables = ["MAVEN_USER_HOME", "-Dmaven.repo.local"],
                SafeWith = ["aether.syncContext.named.factory=file-lock", "FROM maven:4"],
                Sources =
                [
                    "https://maven.apache.org/resolver/maven-resolver-impl/synccontextfactory.html",
                    "https://github.com/apache/druid/pull/19424",
                    "https://github.com/apache/maven-resolver/issues/2017",
                ],
            },
        ],
    };
}
