using Attune.Engines.Processes;

namespace Attune.Engines.Embedded;

/// <summary>The command line that starts a private dockerd.</summary>
internal static class DockerdCommand
{
    /// <summary>The option whose value tells our daemon from any other.</summary>
    public const string DataRootOption = "--data-root";

    // First the log takes over standard output, so that the daemon holds nothing of ours.
    private const string LogTo = "exec >\"$0\" 2>&1 </dev/null; exec \"$@\"";

    // Variables by which the user's shell would configure our daemon.
    private static readonly string[] _notInherited =
        ["DOCKER_HOST", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH", "NOTIFY_SOCKET", "LISTEN_FDS", "LISTEN_PID"];

    /// <summary>Starts dockerd in a session and a mount namespace of its own: it survives us, and no mount survives it.</summary>
    public static ProcessRequest Detached(string dockerd, string searchPath, EmbeddedEngineLayout layout)
    {
        var environment = _notInherited.ToDictionary(name => name, _ => (string?)null);
        environment["PATH"] = searchPath;
        return new ProcessRequest("setsid", ["--fork", "sh", "-c", LogTo, layout.LogFile, "unshare", "--mount", "--propagation", "slave",
            dockerd, .. Arguments(layout)])
        {
            Environment = environment,
            WorkingDirectory = "/",
        };
    }

    private static IEnumerable<string> Arguments(EmbeddedEngineLayout layout) =>
    [
        DataRootOption, layout.DataRoot,
        "--exec-root", layout.ExecRoot,
        "--pidfile", layout.PidFile,
        "--config-file", layout.ConfigFile,
        "--host", "unix://" + layout.Socket,

        // No interface, no packet filter, no forwarding: the machine's network stays as it is.
        "--bridge=none", "--iptables=false", "--ip6tables=false", "--ip-forward=false", "--ip-masq=false",

        // The systemd driver would want a slice, and a systemd.
        "--exec-opt", "native.cgroupdriver=cgroupfs", "--cgroup-parent", layout.CgroupParent,
    ];
}
