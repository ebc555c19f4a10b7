using Attune.BuildKit;
using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>Variables in the options of a mount: expanded from engine 23 on, taken as they stand by 20.10.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class ExpansionTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);

    private bool Expands => _lab.EngineVersion.Major >= 23;

    [EngineTheory]
    [InlineData("ARG SERVICE", "${SERVICE}")]
    [InlineData("ARG SERVICE", "$SERVICE")]
    [InlineData("ARG SERVICE\nENV NAME=${SERVICE}", "${NAME}")]
    [InlineData("ARG SERVICE", "${SERVICE:-other}")]
    public async Task An_argument_of_the_stage_tells_ids_apart_where_it_is_expanded(string lines, string reference)
    {
        var mount = $"--mount=type=cache,id=ID-{reference},target=/c";
        await _lab.BuildAsync($"{lines}\n{CacheMountLab.Step(mount, "> /c/from-one")}", ("build-arg:SERVICE", "one"));
        var two = await _lab.BuildAsync($"{lines}\n{CacheMountLab.Looking(mount)}", ("build-arg:SERVICE", "two"));
        Assert.Contains(Expands ? "sees: and" : "sees: from-one and", two.Output, StringComparison.Ordinal);

        var named = await _lab.BuildAsync(CacheMountLab.Looking("--mount=type=cache,id=ID-one,target=/c", "named"));
        Assert.Contains(Expands ? "sees: from-one and" : "sees: and", named.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_global_argument_that_the_stage_does_not_declare_is_empty_so_all_services_share_one_cache()
    {
        const string Global = "ARG SERVICE=none\nFROM attune-test/busybox:1\n";
        const string Mount = "--mount=type=cache,id=ID-${SERVICE},target=/c";
        await _lab.BuildAsync(Global + CacheMountLab.Step(Mount, "> /c/from-one"), ("build-arg:SERVICE", "one"));
        var two = await _lab.BuildAsync(Global + CacheMountLab.Looking(Mount), ("build-arg:SERVICE", "two"));
        Assert.Contains("sees: from-one and", two.Output, StringComparison.Ordinal);

        var empty = await _lab.BuildAsync(CacheMountLab.Looking("--mount=type=cache,id=ID-,target=/c", "empty"));
        Assert.Contains(Expands ? "sees: from-one and" : "sees: and", empty.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_platform_argument_that_the_stage_does_not_declare_is_empty_too()
    {
        await _lab.BuildAsync(CacheMountLab.Step("--mount=type=cache,id=ID-${TARGETARCH},target=/c", "> /c/from-arch"));
        var empty = await _lab.BuildAsync(CacheMountLab.Looking("--mount=type=cache,id=ID-,target=/c", "empty"));
        Assert.Contains(Expands ? "sees: from-arch and" : "sees: and", empty.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_sharing_mode_may_be_a_variable_only_where_it_is_expanded()
    {
        var text = "ARG MODE=locked\n" + CacheMountLab.Step("--mount=type=cache,id=ID,target=/c,sharing=${MODE}", "echo accepted");
        var build = await _lab.StartAsync(text);
        if (Expands)
        {
            await build.EndsAsync();
            Assert.Contains("accepted", build.Output, StringComparison.Ordinal);
            return;
        }

        var error = await Assert.ThrowsAsync<BuildKitException>(build.EndsAsync);
        Assert.Contains("sharing", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_default_id_is_made_from_the_expanded_target()
    {
        var build = await _lab.BuildAsync($"""
            ARG PLACE=/ID/expanded
            {CacheMountLab.Step("--mount=type=cache,target=${PLACE}", "> /ID/expanded/here || echo literal")}
            {CacheMountLab.Step("--mount=type=cache,target=/ID/expanded", "echo sees: $(ls /ID/expanded).")}
            """);
        Assert.Contains(Expands ? "sees: here." : "sees: .", build.Output, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();
}
