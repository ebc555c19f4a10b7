using Attune.Compose;
using Attune.Projects;
using Attune.Source;
using Attune.Strategies.Phases;
using Attune.Strategies.Rewriting;

namespace Attune.Strategies.Tests.Phases;

public sealed class StrategyPhasesTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public StrategyPhasesTests() => _directory.Write("Dockerfile", "FROM a\n");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(BuildStrategy.Parallel, "base+api+web")]
    [InlineData(BuildStrategy.Unlocked, "base+api+web")]
    [InlineData(BuildStrategy.Locked, "base+api+web")]
    [InlineData(BuildStrategy.CompileOnce, "base+api+web")]
    [InlineData(BuildStrategy.WarmThenParallel, "base+api, base+api+web")]
    [InlineData(BuildStrategy.NoParallel, "base+api+web at 1")]
    [InlineData(BuildStrategy.Sequential, "base at 1, base+api at 1, web at 1")]
    public void Says_what_is_built_after_what(BuildStrategy strategy, string phases) =>
        Assert.Equal(phases, string.Join(", ", StrategyPhases.Of(strategy, Plan(), new(WarmKind.Service, "api", "m")).Select(Text)));

    [Theory]
    [InlineData(BuildStrategy.Parallel, MountSharing.AsWritten)]
    [InlineData(BuildStrategy.Unlocked, MountSharing.Shared)]
    [InlineData(BuildStrategy.Locked, MountSharing.Locked)]
    [InlineData(BuildStrategy.CompileOnce, MountSharing.AsWritten)]
    public void Says_how_caches_are_shared(BuildStrategy strategy, MountSharing sharing) => Assert.Equal(sharing, StrategyPhases.Sharing(strategy));

    [Fact]
    public void A_warm_service_that_is_not_there_is_named() =>
        Assert.Contains("'nobody'", Assert.Throws<UserErrorException>(() => StrategyPhases.Of(BuildStrategy.WarmThenParallel, Plan(), new(WarmKind.Service, "nobody", "m"))).Message, StringComparison.Ordinal);

    private static string Text(BuildPhase phase) =>
        string.Join('+', phase.Plan.Services.Select(s => s.Name)) + (phase.MaxParallel is { } limit ? $" at {limit}" : "");

    private BuildPlan Plan()
    {
        _directory.Write("compose.yml", "services: { base: { build: . }, api: { build: { context: ., additional_contexts: { b: 'service:base' } } }, web: { build: . } }");
        var files = new DiskSourceFiles();
        return BuildPlan.Of(ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files), new(_directory.Path), files);
    }
}
