using System.Collections.Immutable;
using Attune.Compose;
using Attune.Source;

namespace Attune.Projects.Tests;

public sealed class BuildPlanTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Resolves_each_service_with_its_own_arguments()
    {
        Write("services: { a: { build: { context: ., args: { NAME: one } } }, b: { build: { context: ., args: { NAME: two } } } }",
            "FROM scratch\nARG NAME\nCOPY ${NAME} /\nRUN --mount=type=cache,id=${NAME},target=/c true\n");
        var plan = Plan();
        Assert.Equal(["one", "two"], plan.Services.Select(s => s.CacheMounts[0].Id));
        Assert.Equal(["one", "two"], plan.Services.Select(s => s.Resolved!.ContextPaths.Paths.Single()));
    }

    [Fact]
    public void Arguments_of_the_run_win_over_the_compose_file()
    {
        Write("services: { a: { build: { context: ., args: { X: compose, Y: kept } } } }", "FROM scratch\n");
        var plan = BuildPlan.Of(Project(), new(_directory.Path) { ExtraArgs = ImmutableDictionary<string, string>.Empty.Add("X", "run") }, new DiskSourceFiles());
        Assert.Equal(["Y=kept", "X=run"], plan.Services[0].Args.Select(a => $"{a.Name}={a.Value}"));
    }

    [Fact]
    public void Plans_active_services_with_a_build_section_only()
    {
        Write("services: { a: { build: . }, b: { image: x }, c: { build: ., profiles: [extra] } }", "FROM scratch\n");
        Assert.Equal(["a"], Plan().Services.Select(s => s.Name));
        Assert.Equal(["c"], Plan("c").Services.Select(s => s.Name));
    }

    [Fact]
    public void A_service_brings_those_along_whose_images_it_starts_from()
    {
        Write("services: { a: { build: { context: ., additional_contexts: { up: 'service:b' } } }, b: { build: . }, c: { build: . } }", "FROM scratch\n");
        Assert.Equal(["a", "b"], Plan("a").Services.Select(s => s.Name));
        Assert.Equal(["a", "b"], Plan().Only("a").Services.Select(s => s.Name));
    }

    [Theory]
    [InlineData("services: { a: { image: x } }", null, "No service of")]
    [InlineData("services: { a: { image: x }, b: { build: . } }", "a", "Service 'a' has no build section")]
    [InlineData("services: { a: { build: . } }", "z", "There is no service 'z'")]
    public void Says_what_cannot_be_built(string compose, string? service, string message)
    {
        Write(compose, "FROM scratch\n");
        var error = Assert.Throws<UserErrorException>(() => service is null ? Plan() : Plan(service));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_at_the_build_section_of_a_missing_Dockerfile()
    {
        _directory.Write("compose.yml", "services:\n  a:\n    build:\n      context: .\n      dockerfile: Other\n");
        var error = Assert.Throws<LocatedException>(() => Plan());
        Assert.Contains("Other doesn't exist", error.Message, StringComparison.Ordinal);
        Assert.Equal("compose.yml:5:19", error.Location.ToString());
    }

    [Fact]
    public void Plans_five_hundred_services_within_a_second()
    {
        var services = string.Concat(Enumerable.Range(0, 500).Select(i => $"  s{i}: {{ build: {{ context: ., args: {{ NAME: s{i} }} }} }}\n"));
        Write("services:\n" + services, "FROM rust\nARG NAME\nCOPY ${NAME} .\nRUN --mount=type=cache,target=/c,sharing=locked make ${NAME}\n");
        Plan();
        var before = Environment.CpuUsage.UserTime;
        Assert.Equal(500, Plan().Services.Length);
        Assert.InRange(Environment.CpuUsage.UserTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private void Write(string compose, string dockerfile)
    {
        _directory.Write("compose.yml", compose);
        _directory.Write("Dockerfile", dockerfile);
    }

    private ComposeProject Project() => ComposeProject.Load(
        new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, new DiskSourceFiles());

    private BuildPlan Plan(params string[] services) => BuildPlan.Of(Project(), new(_directory.Path) { Services = [.. services] }, new DiskSourceFiles());
}
