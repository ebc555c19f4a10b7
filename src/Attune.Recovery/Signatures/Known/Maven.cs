namespace Attune.Recovery.Signatures.Known;

/// <summary>Maven's local repository has no lock by default.</summary>
internal static class Maven
{
    public static ToolSignatures Tool { get; } = new("Maven")
    {
        Places = ["/.m2", "/.m2/repository"],
        Signatures =
        [
            new(@"error reading (?<path>/\S+\.jar); (zip END header not found|zip file is empty|error in opening zip file|invalid LOC header[^\n]*|invalid CEN header[^\n]*)",
                "https://github.com/cqframework/cqf-tooling/issues/373"),
            new(@"(?<path>/\S*\.m2/\S+\.(jar|pom)(\.part)?)[^\n]{0,200}?\(?(No such file or directory|File exists)", "https://github.com/apache/maven/issues/8905"),
        ],
        Sweep = "",
    };
}
