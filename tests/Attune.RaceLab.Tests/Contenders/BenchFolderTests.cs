using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.RaceLab.Contenders;

namespace Attune.RaceLab.Tests.Contenders;

public sealed class BenchFolderTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Unlocked", 3, CacheSharing.Shared)]
    [InlineData("Locked", 3, CacheSharing.Locked)]
    [InlineData("WarmFetch", 3, CacheSharing.Shared)]
    [InlineData("Optimized", 2, CacheSharing.Shared)]
    public void Each_layout_mounts_what_its_name_says(string name, int mounts, CacheSharing sharing)
    {
        var contender = Contender(name);
        var plan = contender.Plan(ImmutableDictionary<string, string>.Empty.Add("BUILDKIT_CACHE_MOUNT_NS", "trial"));
        Assert.Equal(5, plan.Services.Count(s => s.Name != contender.First));
        Assert.All(plan.Services, s => Assert.Equal(mounts, s.CacheMounts.Length));
        Assert.All(plan.Services.SelectMany(s => s.CacheMounts), m => Assert.Equal((sharing, "trial"), (m.Sharing, m.Namespace)));
        Assert.All(plan.Services, s => Assert.Equal(["the-image"], s.Resolved!.BaseImages));
    }

    [Fact]
    public void Only_the_warm_layout_builds_a_service_first() =>
        Assert.Equal([null, null, "warm", null], MountLayout.All.Select(l => Contender(l.Name).First));

    [Fact]
    public void Its_image_is_built_from_the_Rust_image_given()
    {
        var plan = new BenchFolder(_directory.Path).Image("the-lab:1", "rust:1", BenchWork.Fetch);
        Assert.Equal(["the-lab:1"], plan.Services[0].Tags.ToArray());
        Assert.Equal(["rust:1"], plan.Services[0].Resolved!.BaseImages);
        Assert.True(File.Exists(Path.Combine(_directory.Path, "bench", "packer", "src", "main.rs")));
    }

    private Contender Contender(string name) =>
        new BenchFolder(_directory.Path).Contender(MountLayout.All.Single(l => l.Name == name), "the-image", 5);
}
