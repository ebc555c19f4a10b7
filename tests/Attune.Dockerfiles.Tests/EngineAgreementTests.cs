using System.Collections.Immutable;
using Attune.Dockerfiles.Resolution;
using Attune.Dockerfiles.Tests.Recorded;
using Attune.Source;

namespace Attune.Dockerfiles.Tests;

/// <summary>Agrees with what a real engine did; see <c>Recorded/README.md</c>.</summary>
public class EngineAgreementTests
{
    public static TheoryData<string> Names => [.. RecordedCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Accepts_and_refuses_what_the_engine_does(string name)
    {
        var recorded = RecordedCases.All.Single(c => c.Name == name);
        var fault = Record.Exception(() => DockerfileDocument
            .Parse(new("Dockerfile", recorded.Dockerfile))
            .Resolve(recorded.Inputs));
        Assert.Equal(recorded.Accepted, fault is null);
        Assert.True(fault is null or LocatedException, fault?.ToString());
    }

    [Fact]
    public void Names_caches_and_paths_as_the_engine_does()
    {
        var document = DockerfileDocument.Parse(new("Dockerfile", File.ReadAllText(Path.Combine(RecordedCases.Directory, "ids.Dockerfile"))));
        var build = document.Resolve(new()
        {
            BuildArguments = ImmutableDictionary<string, string>.Empty.Add("BUILDKIT_CACHE_MOUNT_NS", "ns"),
            BaseImages = ImmutableDictionary<string, ImageSettings>.Empty.Add(
                "base:1", new(ImmutableDictionary<string, string>.Empty.Add("FROM_IMAGE", "/img"), "/imagewd")),
        });
        Assert.Equal(
            File.ReadAllLines(Path.Combine(RecordedCases.Directory, "ids.txt")),
            build.CacheMounts.Select(m => $"{m.EngineId}\t{m.MountPath}"));
        Assert.All(build.CacheMounts, m => Assert.Equal((Scopes.Certainty.Certain, Scopes.Certainty.Certain), (m.Certainty, m.PathCertainty)));
    }
}
