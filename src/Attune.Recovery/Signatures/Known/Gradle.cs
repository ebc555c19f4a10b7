namespace Attune.Recovery.Signatures.Known;

/// <summary>Gradle asks the owner of a lock to give it up, which it can't across containers.</summary>
internal static class Gradle
{
    public static ToolSignatures Tool { get; } = new("Gradle")
    {
        Places = ["/.gradle", "/.gradle/caches"],
        Signatures =
        [
            new(@"Timeout waiting to lock [^\n(]+ \((?<path>/[^)\n]+)\)\. It is currently in use by another Gradle", "https://github.com/gradle/gradle/issues/8750"),
            new(@"Timeout waiting to (exclusively )?lock [^\n(]+ \((?<path>/[^)\n]+)\)", "https://github.com/gradle/gradle/issues/31655"),
        ],
        // A lock ends with the process that has it.
        Cleanup = "true",
        Sweep = "",
    };
}
