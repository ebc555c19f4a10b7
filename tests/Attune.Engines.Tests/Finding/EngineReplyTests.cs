using System.Text.Json;
using Attune.BuildKit;
using Attune.Engines.Finding;

namespace Attune.Engines.Tests.Finding;

public sealed class EngineReplyTests
{
    private static readonly EngineCandidate _candidate =
        new(new BuildKitEndpoint(EndpointKind.DockerEngine, EndpointTransport.Unix, "/s"), "DOCKER_HOST", CandidateOrigin.Chosen);

    [Fact]
    public Task Engines_that_cannot_build_are_told_why() => Verifier.Verify(
        Why("""{"Version":"5.0.3","ApiVersion":"1.41","Os":"linux","Components":[{"Name":"Podman Engine","Version":"5.0.3"}]}""")
        + Why("""{"Version":"18.06.3-ce","ApiVersion":"1.38","Os":"linux"}""")
        + Why("""{"Version":"28.0.1","ApiVersion":"1.48","Os":"windows","Components":[{"Name":"Engine"}]}""")
        + Why("""{"message":"page not found"}""")
        + Why("""[]""")
        + Why("""{"Version":"18.09.0","ApiVersion":"1.39","Os":"linux","Components":null}""")
        + Why("""{"Version":"20.10.24","ApiVersion":"1.41","Os":"linux","Components":[{"Name":"Engine"}, 7]}"""));

    [Fact]
    public void What_an_engine_says_is_read()
    {
        var engine = Describe(
            """{"Version":"29.0.0","ApiVersion":"1.52","Os":"linux","Arch":"arm64"}""",
            """{"Driver":"overlayfs","DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]],"NCPU":8,"MemTotal":17179869184}""",
            """[{"Name":"host"},{"Name":"bridge"}]""");
        Assert.Equal(
            new EngineInfo(_candidate.Endpoint, "DOCKER_HOST")
            {
                EngineVersion = "29.0.0", ApiVersion = "1.52", Architecture = "arm64", StorageDriver = "overlayfs",
                ImageStore = ImageStore.Containerd, Cpus = 8, Memory = 17179869184, DefaultRunNetwork = RunNetwork.Bridge,
            },
            engine);
    }

    [Theory]
    [InlineData("""[{"Name":"host"},{"Name":"none"}]""", RunNetwork.Host)]
    [InlineData("""[{"Name":"bridge"}]""", RunNetwork.Bridge)]
    [InlineData("null", RunNetwork.Bridge)]
    [InlineData("""{"message":"forbidden"}""", RunNetwork.Bridge)]
    public void Only_an_engine_that_lists_no_bridge_lacks_one(string networks, RunNetwork expected) =>
        Assert.Equal(expected, Describe("""{"Version":"20.10.24","ApiVersion":"1.41"}""", """{"Driver":"overlay2"}""", networks).DefaultRunNetwork);

    private static string Why(string version)
    {
        var result = EngineReply.WhyUnusable(JsonDocument.Parse(version).RootElement);
        return $"{version}\n    {result?.Reason ?? "usable"}\n    {result?.Advice}\n";
    }

    private static EngineInfo Describe(string version, string info, string networks) => EngineReply.Describe(
        _candidate, JsonDocument.Parse(version).RootElement, JsonDocument.Parse(info).RootElement, JsonDocument.Parse(networks).RootElement);
}
