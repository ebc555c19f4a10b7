namespace Attune.Hazards.Tools.Known;

/// <summary>Bazel: the output base is locked by a server whose process is in another container.</summary>
internal static class Bazel
{
    public static Tool Tool { get; } = new("bazel")
    {
        Commands = ["bazel", "bazelisk"],
        Directories =
        [
            new("output root", Safety.Unknown, "locks it for a server that runs in another container")
            {
                Paths = ["~/.cache/bazel"],
                Variables = ["TEST_TMPDIR"],
                Sources = ["https://bazel.build/remote/output-directories"],
            },
            new("repository cache", Safety.Unknown, "promises nothing for several containers")
            {
                Paths = ["~/.cache/bazel-repo", "~/.cache/bazelisk", "**/bazel-disk-cache"],
                Variables = ["BAZELISK_HOME"],
                Sources = ["https://bazel.build/run/build#repository-cache"],
            },
        ],
    };
}
