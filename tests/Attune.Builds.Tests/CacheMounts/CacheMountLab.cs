using System.Text;
using Attune.BuildKit.Control;
using Attune.BuildKit.Session;
using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>
/// Lets RUN steps meet in cache mounts. They tell each other things by files in one more cache mount, <c>/signal</c>, so that no test depends
/// on how fast the engine is. In Dockerfiles, <c>ID</c> stands for something that is new in every test.
/// </summary>
internal sealed class CacheMountLab(BuildFixture engine) : IAsyncDisposable
{
    private const string Signal = "--mount=type=cache,id=ID-signal,target=/signal";

    private readonly List<(RunningBuild Build, BuildSession Session)> _started = [];
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];

    public Version EngineVersion { get; } = engine.EngineVersion;

    /// <summary>A RUN; its command is new in every test, and so is the description of the cache mounts it makes.</summary>
    public static string Step(string mounts, string command) => $"RUN {mounts} : ID; {command}";

    /// <summary>A RUN that says <c>holds</c>, and ends when it is told by <see cref="ReleaseAsync"/>.</summary>
    public static string Holding(string mounts, string name = "A", string first = "true") =>
        Step($"{Signal} {mounts}", $"{first}; echo {name} holds; for i in $(seq 900); do test -e /signal/go-{name} && break; sleep 0.1; done; " +
        $"> /signal/{name}-ended; echo {name} ends");

    /// <summary>A RUN that lists what it finds in <c>/c</c>.</summary>
    public static string Looking(string mounts, string name = "B") =>
        Step($"{Signal} {mounts}", $"echo {name} sees: $(ls /c) and signals: $(ls /signal)");

    /// <summary>Starts building a Dockerfile that goes on after its FROM with these lines.</summary>
    public async Task<RunningBuild> StartAsync(string lines, params (string Name, string Value)[] options)
    {
        var text = WithId(lines.Contains("FROM ", StringComparison.Ordinal) ? lines : "FROM attune-test/busybox:1\n" + lines);
        var files = new VirtualDirectory(new Dictionary<string, ReadOnlyMemory<byte>> { ["Dockerfile"] = Encoding.UTF8.GetBytes(text + "\n") });
        var session = await engine.Client.OpenSessionAsync(new()
        {
            SharedKey = Guid.NewGuid().ToString("N"),
            Directories = new Dictionary<string, SessionDirectory> { ["dockerfile"] = files, ["context"] = files },
        });
        var attributes = options.Select(o => KeyValuePair.Create(o.Name, WithId(o.Value)))
            .Append(new("filename", "Dockerfile")).Append(new("force-network-mode", "none")).Append(new("image-resolve-mode", "local"));
        var request = new SolveRequest { SessionId = session.Id, FrontendAttributes = new Dictionary<string, string>(attributes) };
        var build = new RunningBuild((onUpdate, cancelled) => engine.Client.SolveAsync(request, onUpdate, cancelled));
        _started.Add((build, session));
        return build;
    }

    /// <summary>Builds to the end; gives what was printed and which steps there were.</summary>
    public async Task<RunningBuild> BuildAsync(string lines, params (string Name, string Value)[] options)
    {
        var build = await StartAsync(lines, options);
        await build.EndsAsync();
        return build;
    }

    /// <summary>Builds to the end while somebody asks again and again which records there are on a target, and how large.</summary>
    public async Task BuildWhileAskingAsync(string target, string lines)
    {
        var build = BuildAsync(lines);
        while (!build.IsCompleted)
            await RecordsAsync(target);
        await build;
    }

    /// <summary>Starts a <see cref="Holding"/> step and waits until it has its mounts.</summary>
    public async Task<RunningBuild> HoldAsync(string mounts, string name = "A", string first = "true")
    {
        var build = await StartAsync(Holding(mounts, name, first));
        await build.PrintsAsync(name + " holds");
        return build;
    }

    /// <summary>Lets a <see cref="Holding"/> step end, and waits until it did.</summary>
    public async Task ReleaseAsync(RunningBuild holder, string name = "A")
    {
        await BuildAsync(Step(Signal, $"> /signal/go-{name}"));
        await holder.EndsAsync();
    }

    /// <summary>The records that this test's steps made for cache mounts on a target.</summary>
    public async Task<IReadOnlyList<CacheRecord>> RecordsAsync(string target = "/c")
    {
        var records = await engine.Client.DiskUsageAsync([$"type==exec.cachemount,description~=\"{_id}\""]);
        return [.. records.Where(r => r.Description.StartsWith($"cached mount {target} from ", StringComparison.Ordinal))];
    }

    /// <summary>Removes what a filter names, and gives the ids of what was removed.</summary>
    public async Task<IReadOnlyList<string>> PruneAsync(string filter)
    {
        var removed = new List<string>();
        await foreach (var record in engine.Client.PruneAsync(new() { Filters = [filter], Scope = PruneScope.All }))
            removed.Add(record.Id);
        return removed;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (build, session) in _started)
        {
            await build.StopAsync();
            await session.DisposeAsync();
        }
    }

    private string WithId(string text) => text.Replace("ID", _id, StringComparison.Ordinal);
}
