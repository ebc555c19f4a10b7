using Attune.BuildKit.Session;

namespace Attune.BuildKit.Tests.Session;

public sealed class SharedKeyTests
{
    [Fact]
    public void Is_the_same_in_every_process() => Assert.Equal("attune-dff50c7017aa530fe9f8c895e13fb92a", SharedKey.Of("machine", "/src/", "Dockerfile", "target"));

    [Fact]
    public void Tells_machines_contexts_and_parts_apart()
    {
        string[] keys =
        [
            SharedKey.Of("m", "/a"), SharedKey.Of("n", "/a"), SharedKey.Of("m", "/b"), SharedKey.Of("m", "/a", "x"), SharedKey.Of("m", "/a", "x", "y"),
            SharedKey.Of("m", "/a", "xy"), SharedKey.Of("m", "/a", "", "xy"),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }
}
