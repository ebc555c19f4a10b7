using Attune.BuildKit.Control;
using Attune.Builds.Tests.Engine;
using Attune.Dockerfiles.Mounts;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>A project that mounts caches in every way; each step shows what is mounted. <c>STEP</c> and <c>ID</c> are replaced.</summary>
internal sealed class MountForms
{
    private const string Heredocs = "heredocs";

    private static readonly string _folder = Path.Combine(RepositoryRoot.Path, "tests", "Attune.Builds.Tests", "CacheMounts", "Forms");

    private static readonly Dictionary<string, (string File, string Target, string Args)> _services = new()
    {
        ["forms"] = ("Dockerfile", "forms", ""),
        ["variables"] = ("Dockerfile", "variables", ""),
        ["given"] = ("Dockerfile", "variables", "VARIANT: given, GLOBAL: given-too, OWN: ''"),
        ["namespaced"] = ("Dockerfile", "forms", "BUILDKIT_CACHE_MOUNT_NS: ID-ns"),
        ["child"] = ("Dockerfile", "child", ""),
        ["grandchild"] = ("Dockerfile", "grandchild", "VARIANT: deep"),
        [Heredocs] = ("heredocs.Dockerfile", Heredocs, ""),
    };

    private readonly BuildFixture _engine;

    public MountForms(BuildFixture engine)
    {
        _engine = engine;
        engine.With("compose.yml", "services:\n" + string.Concat(_services.Select(s =>
            $"  {s.Key}: {{ build: {{ context: ., dockerfile: {s.Value.File}, target: {s.Value.Target}, args: {{ {s.Value.Args} }} }} }}\n")));
        foreach (var name in _services.Values.Select(s => s.File).Distinct())
            engine.With(name, File.ReadAllText(Path.Combine(_folder, name)).Replace("STEP", ": ID; cat /proc/self/mountinfo", StringComparison.Ordinal));
    }

    public static IEnumerable<string> Services => _services.Keys;

    /// <summary>What is read of a service; nothing when the engine's own frontend can't build it.</summary>
    public IReadOnlyList<CacheMount> Read(string service, MountExpansion expansion) =>
        service == Heredocs && expansion == MountExpansion.Literal ? [] : _engine.Plan(expansion, service).Services[0].Resolved!.CacheMounts;

    /// <summary>The engine's records of the project's caches.</summary>
    public Task<IReadOnlyList<CacheRecord>> RecordsAsync() =>
        _engine.Client.DiskUsageAsync([$"type==exec.cachemount,description~=\"{_engine.Id}\""]);

    public async Task RemoveAsync()
    {
        if (TestEngine.Address is null)
            return;
        foreach (var record in await RecordsAsync())
            await foreach (var _ in _engine.Client.PruneAsync(new() { Filters = ["id==" + record.Id], Scope = PruneScope.All }))
            {
            }
    }

    /// <summary>The directory of the machine that is mounted on a path: where <c>mountinfo</c> says so, with an overlay's upper layer.</summary>
    public static string? DirectoryAt(string path, string output)
    {
        var written = path.Replace(" ", "\\040", StringComparison.Ordinal);
        var fields = output.Split('\n').Select(l => l.TrimEnd('\r').Split(' ')).FirstOrDefault(f => f.Length > 8 && f[4] == written);
        return fields is null ? null : $"{fields[3]} {fields[^1].Split(',').FirstOrDefault(o => o.StartsWith("upperdir=", StringComparison.Ordinal))}";
    }
}
