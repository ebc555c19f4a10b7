using System.Security.Cryptography;
using System.Text;

namespace Attune.Engines.Embedded;

/// <summary>Where the engine of one checkout keeps its things. Depends on nothing but the checkout's path.</summary>
public sealed record EmbeddedEngineLayout
{
    // sockaddr_un.sun_path has 108 bytes and a final NUL: unix(7).
    private const int LongestSocketPath = 107;

    // containerd's sockets lie deeper than ours.
    private const string LongestNameBelowExecRoot = "/containerd/containerd.sock.ttrpc";

    // What separates the options of an overlay mount can't be part of a path in them.
    private static readonly char[] _notInOverlayOptions = [',', ':', '\\'];

    private EmbeddedEngineLayout(string checkout, string runtimeParent, string dataParent)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(checkout)))[..12];
        var name = "attune-" + hash;
        StateDirectory = Path.Combine(checkout, ".nuke", "temp", "engine");
        DataRoot = StateDirectory.IndexOfAny(_notInOverlayOptions) < 0 ? Path.Combine(StateDirectory, "data") : Path.Combine(dataParent, name);
        var fits = Encoding.UTF8.GetByteCount(Path.Combine(StateDirectory, "exec") + LongestNameBelowExecRoot) <= LongestSocketPath;
        RuntimeDirectory = fits ? StateDirectory : Path.Combine(runtimeParent, name);
        CgroupParent = "/" + name;
    }

    /// <summary>Below the checkout: the log, the lock, and as a rule everything else.</summary>
    public string StateDirectory { get; }

    /// <summary>Images, layers and build caches.</summary>
    public string DataRoot { get; }

    /// <summary>The engine's sockets and run time files; a short path of its own when the checkout's is too long for a socket.</summary>
    public string RuntimeDirectory { get; }

    /// <summary>The control group of every process in its containers; no other engine has one of that name.</summary>
    public string CgroupParent { get; }

    /// <summary>Where the engine listens.</summary>
    public string Socket => Path.Combine(RuntimeDirectory, "docker.sock");

    internal string ExecRoot => Path.Combine(RuntimeDirectory, "exec");

    internal string PidFile => Path.Combine(RuntimeDirectory, "dockerd.pid");

    internal string LogFile => Path.Combine(StateDirectory, "dockerd.log");

    internal string PreviousLogFile => Path.Combine(StateDirectory, "dockerd.previous.log");

    internal string LockFile => Path.Combine(StateDirectory, "engine.lock");

    internal string ConfigFile => Path.Combine(StateDirectory, "daemon.json");

    /// <summary>The layout of a checkout.</summary>
    /// <param name="checkout">Its root directory; links in it are followed, so that one checkout has one engine.</param>
    public static EmbeddedEngineLayout Of(string checkout) => Of(checkout, "/run", "/var/lib");

    internal static EmbeddedEngineLayout Of(string checkout, string runtimeParent, string dataParent) =>
        new(RealPath(checkout), runtimeParent, dataParent);

    private static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
            return full;
        var resolved = Path.Combine(RealPath(parent), Path.GetFileName(full));
        return Directory.Exists(resolved) && Directory.ResolveLinkTarget(resolved, returnFinalTarget: true) is { } target
            ? RealPath(target.FullName)
            : resolved;
    }
}
