using System.Diagnostics;
using System.Globalization;
using Attune.Engines.Embedded;
using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Testing;

/// <summary>An engine of a test's own, with empty caches; stopped and gone after it.</summary>
public sealed class OwnEngine : IAsyncDisposable
{
    private readonly TempDirectory _directory;
    private readonly EmbeddedEngine _engine;

    private OwnEngine(TempDirectory directory, EmbeddedEngine engine, ConnectedEngine connected) => (_directory, _engine, Connected) = (directory, engine, connected);

    public ConnectedEngine Connected { get; }

    /// <summary>Where it keeps what it keeps.</summary>
    public string DataRoot => EmbeddedEngineLayout.Of(_directory.Path).DataRoot;

    /// <summary>Starts one.</summary>
    /// <param name="core">The only core that it and its steps run on; null for all.</param>
    public static async Task<OwnEngine> StartAsync(int? core = null)
    {
        var directory = new TempDirectory();
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "");
        var layout = EmbeddedEngineLayout.Of(directory.Path);
        var engine = new EmbeddedEngine(layout, EngineSurroundings.OfThisProcess(variables, new DiskSourceFiles()), _ => { }, TimeProvider.System);
        var info = await engine.StartAsync(CancellationToken.None);
        if (core is { } number)
            Pin(await File.ReadAllTextAsync(Path.Combine(layout.RuntimeDirectory, "dockerd.pid")), number);
        return new(directory, engine, await ConnectedEngine.ConnectAsync(info.Endpoint.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await Connected.DisposeAsync();
        await _engine.StopAsync(CancellationToken.None);
        _directory.Dispose();
    }

    // All threads of the daemon; what it starts from then on inherits it.
    private static void Pin(string daemon, int core)
    {
        var mask = core.ToString(CultureInfo.InvariantCulture);
        foreach (var pid in ChildrenOf(daemon.Trim()).Prepend(daemon.Trim()))
        {
            using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-apc", mask, pid]) { RedirectStandardOutput = true })!;
            taskset.StandardOutput.ReadToEnd();
            taskset.WaitForExit();
            if (taskset.ExitCode != 0)
                throw new InvalidOperationException($"taskset ended with {taskset.ExitCode}");
        }
    }

    private static string[] ChildrenOf(string pid) =>
    [
        .. Directory.GetDirectories($"/proc/{pid}/task")
            .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];
}
