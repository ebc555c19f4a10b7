namespace Attune.Hazards.Tools.Known;

/// <summary>Bazel: the output base is locked by a server whose process is in another container; of its caches nothing certain is known.</summary>
internal static class Bazel
{
    public static Tool Tool { get; } = new("bazel")
    {
        Commands = ["bazel", "bazelisk"],
        Purges = ["bazel clean --expunge"],
        Directories =
        [
            new("output root", Safety.Unsafe, "locks it for a server that runs in another container, and both unpack into it")
            {
                Paths = ["~/.cache/bazel"],
                Variables = ["TEST_TMPDIR", "--output_user_root", "--output_base"],
                Sources = ["https://github.com/bazelbuild/bazel/issues/16645", "https://bazel.build/remote/output-directories"],
            },
            new("repository cache", Safety.Unknown, "promises nothing for several containers")
            {
                Paths = ["~/.cache/bazel-repo", "~/.cache/bazelisk", "**/bazel-disk-cache"],
                Variables = ["BAZELISK_HOME", "--repository_cache", "--disk_cache"],
                Sources = ["https://bazel.build/run/build#repository-cache"],
            },
        ],
    };
}
