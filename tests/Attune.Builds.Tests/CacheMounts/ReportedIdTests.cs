using Attune.Builds.Caching;
using Attune.Builds.Running;
using Attune.Builds.Tests.Engine;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Stages;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>
/// What is read from a Dockerfile about its cache mounts is what the engine does: the ids that it reports after the build, and the directory
/// that each step had at each path. <c>Forms/</c> holds every form of a cache mount.
/// </summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class ReportedIdTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);
    private readonly MountForms _forms = new(engine);

    public static TheoryData<string> Services => [.. MountForms.Services];

    private MountExpansion Expansion => _lab.EngineVersion.Major >= 23 ? MountExpansion.Expands : MountExpansion.Literal;

    /// <summary>Engines before 25 don't say ids; there the directories alone are compared. 26.1 refuses cache mounts after ONBUILD.</summary>
    [EngineTheory]
    [MemberData(nameof(Services))]
    public async Task The_engine_reports_the_ids_that_are_read_from_the_Dockerfile(string service)
    {
        var mounts = _forms.Read(service, Expansion);
        if (mounts.Count == 0)
            return;
        var result = await engine.BuildAsync(new(4, FailurePolicy.Continue), CancellationToken.None, LayerCachePolicy.Rerun, service);
        var failure = string.Join("", result.Services.Select(s => s.Failure?.Message));
        if (_lab.EngineVersion.Major == 26 && mounts.Any(m => m.Execution == Execution.Triggered))
        {
            Assert.Contains("cannot mount from stage \"scratch\"", failure, StringComparison.Ordinal);
            return;
        }

        Assert.Equal("", failure);
        if (_lab.EngineVersion.Major >= 25)
            Assert.Equal(mounts.Select(Identity).Distinct().Select(m => m.EngineId).Order(StringComparer.Ordinal), await ReportedAsync());
        await AssertDirectoriesAsync(service, mounts);
        await _forms.RemoveAsync();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _forms.RemoveAsync();
        await _lab.DisposeAsync();
    }

    /// <summary>Every mount had the directory that a step of another build gets by the id which was read.</summary>
    private async Task AssertDirectoriesAsync(string service, IReadOnlyList<CacheMount> mounts)
    {
        var output = engine.OutputOf(service);
        var groups = mounts.Where(m => m.From is null).GroupBy(Identity).ToList();
        var probes = string.Join(' ', groups.Select((g, i) => Probe(g.Key, $"/probe{i}")));
        var probe = await _lab.BuildAsync($"RUN {probes} : ID; cat /proc/self/mountinfo", ("build-arg:BUILDKIT_CACHE_MOUNT_NS", mounts[0].Namespace));
        for (var i = 0; i < groups.Count; i++)
        {
            var directory = MountForms.DirectoryAt($"/probe{i}", probe.Output);
            Assert.NotNull(directory);
            Assert.All(groups[i], m => Assert.Equal((m.Flag.Flag.Value, directory), (m.Flag.Flag.Value, MountForms.DirectoryAt(m.MountPath, output))));
        }
    }

    private string Probe((string EngineId, string? From, string Owner) mount, string target)
    {
        var id = mount.EngineId[(mount.EngineId.IndexOf('/', StringComparison.Ordinal) + 1)..];
        // One backslash for the flag, one for the variable.
        var text = Expansion == MountExpansion.Expands ? id.Replace("$", "\\\\$", StringComparison.Ordinal) : id;
        return $"--mount='type=cache,\"id={text}\",target={target}{mount.Owner}'";
    }

    private async Task<IEnumerable<string>> ReportedAsync() =>
        (await _forms.RecordsAsync()).Select(r => CacheMountName.Of(r)!.Id!).Order(StringComparer.Ordinal);

    private static (string EngineId, string? From, string Owner) Identity(CacheMount mount) =>
        (mount.EngineId, mount.From, mount.Uid is { } uid ? $",uid={uid},gid={mount.Gid},mode={Convert.ToString(mount.Mode ?? 0, 8)}" : "");
}
