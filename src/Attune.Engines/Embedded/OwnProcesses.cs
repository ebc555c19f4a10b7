using System.Globalization;
using Attune.Engines.Processes;

namespace Attune.Engines.Embedded;

/// <summary>The processes that belong to one embedded engine, told from all others by its directories and its control group.</summary>
/// <param name="layout">The engine.</param>
/// <param name="runner">Sends signals.</param>
internal sealed class OwnProcesses(EmbeddedEngineLayout layout, IProcessRunner runner)
{
    /// <summary>The daemon, or what is about to become it.</summary>
    public IReadOnlyList<int> Daemons() => Where(IsDaemon);

    /// <summary>The daemon, its containerd, its shims and all that runs in its containers.</summary>
    public IReadOnlyList<int> All() => Where(pid => IsDaemon(pid) || IsHelper(pid) || IsInContainer(pid));

    /// <summary>Sends a signal; a process that has just ended is no error.</summary>
    public async Task SignalAsync(string signal, IReadOnlyList<int> pids)
    {
        if (pids.Count == 0)
            return;
        var arguments = pids.Select(p => p.ToString(CultureInfo.InvariantCulture));
        await runner.RunAsync(new ProcessRequest("sh", ["-c", "kill -s \"$0\" \"$@\"", signal, .. arguments]), CancellationToken.None);
    }

    private static IReadOnlyList<int> Where(Func<int, bool> belongs) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && belongs(pid)),
    ];

    private bool IsDaemon(int pid)
    {
        var arguments = Arguments(pid);
        var option = Array.IndexOf(arguments, DockerdCommand.DataRootOption);
        return option >= 0 && option + 1 < arguments.Length && arguments[option + 1] == layout.DataRoot;
    }

    private bool IsHelper(int pid)
    {
        var arguments = Arguments(pid);
        var program = Path.GetFileName(arguments[0]);
        return (program.StartsWith("containerd", StringComparison.Ordinal) || program == "runc") && arguments.Skip(1).Any(IsOurPath);
    }

    private bool IsOurPath(string argument) =>
        argument.StartsWith(layout.ExecRoot + "/", StringComparison.Ordinal) || argument.StartsWith(layout.DataRoot + "/", StringComparison.Ordinal);

    // Lines such as 4:memory:/attune-0123456789ab/buildkit/x: cgroups(7).
    private bool IsInContainer(int pid) =>
        Read(pid, "cgroup").Split('\n').Any(l => l.EndsWith(layout.CgroupParent, StringComparison.Ordinal) || l.Contains(layout.CgroupParent + "/", StringComparison.Ordinal));

    private static string[] Arguments(int pid) => Read(pid, "cmdline").Split('\0');

    private static string Read(int pid, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
