using Attune.Engines.Embedded;

namespace Attune.Engines.Tests.Embedded;

public sealed class ControlGroupsTests
{
    [Fact]
    public void Only_the_engines_own_groups_are_removed_in_every_hierarchy()
    {
        using var root = new TempDirectory();
        foreach (var group in new[] { "cpu/attune-a/buildkit/x", "memory/attune-a", "memory/attune-b", "attune-a/y", "pids/system" })
            Directory.CreateDirectory(Path.Combine(root.Path, group));
        ControlGroups.Remove(root.Path, "/attune-a");
        Assert.Equal(
            ["cpu", "memory", "memory/attune-b", "pids", "pids/system"],
            Directory.EnumerateDirectories(root.Path, "*", SearchOption.AllDirectories).Select(d => Path.GetRelativePath(root.Path, d)).Order());
    }
}
