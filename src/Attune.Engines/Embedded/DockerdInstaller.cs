using Attune.Engines.Finding;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.Embedded;

/// <summary>Finds dockerd, and installs it where that is a matter of one package.</summary>
/// <param name="surroundings">The machine.</param>
/// <param name="runner">Runs apt-get.</param>
/// <param name="announce">Told what is done to the machine.</param>
internal sealed class DockerdInstaller(EngineSurroundings surroundings, IProcessRunner runner, Action<string> announce)
{
    private const string Daemon = "dockerd";
    private const string FuseOverlay = "fuse-overlayfs";

    private static readonly string[] _install =
        ["install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"];

    /// <summary>Where programs are looked for: an ordinary user's path often lacks the <c>sbin</c> directories.</summary>
    public string SearchPath { get; } = string.Join(
        ':', (surroundings.Variable("PATH") ?? "").Split(':').Concat(["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"])
            .Where(d => d.Length > 0).Distinct());

    /// <summary>The file by which packages are kept from starting their services.</summary>
    internal string PolicyFile { get; init; } = "/usr/sbin/policy-rc.d";

    /// <summary>Whether dockerd is there or can be installed.</summary>
    public bool CanProvide => Find(Daemon) is not null || OsRelease.Of(surroundings).IsDebianLike;

    /// <summary>The path of dockerd, installed first if need be.</summary>
    /// <exception cref="UserErrorException">It is missing and can't be installed.</exception>
    public async Task<string> EnsureDaemonAsync(CancellationToken cancellationToken)
    {
        if (Find(Daemon) is { } present)
            return present;
        announce("Installing Docker Engine (Debian package docker.io; its service is not started)");
        var outcome = await InstallAsync("docker.io", cancellationToken);
        return Find(Daemon) ?? throw new UserErrorException(
            "docker.io can't be installed:\n" + string.Join('\n', outcome.LastLines(5).Select(l => "  " + l)),
            "Get an engine by hand: " + EngineAdvice.Install(surroundings));
    }

    /// <summary>Tries to have fuse-overlayfs, by which dockerd can work on a file system that takes no overlay2; without it, dockerd still works.</summary>
    public async Task TryEnsureFuseOverlayAsync(CancellationToken cancellationToken)
    {
        if (Find(FuseOverlay) is not null || !OsRelease.Of(surroundings).IsDebianLike)
            return;
        announce("Installing fuse-overlayfs: the checkout's file system is an overlay itself and can't carry another");
        await InstallAsync(FuseOverlay, cancellationToken);
    }

    private string? Find(string program) => SearchPath.Split(':').Select(d => Path.Combine(d, program)).FirstOrDefault(surroundings.Files.FileExists);

    private async Task<ProcessOutcome> InstallAsync(string package, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var block = ServiceStartBlock.Create(PolicyFile);
        var outcome = await AptAsync([.. _install, package]);
        if (outcome.ExitCode != 0)
        {
            // A fresh machine has no package lists, and old lists name packages that are gone. A source that fails is not ours to judge.
            announce("Fetching the package lists first (apt-get update)");
            await AptAsync(["update", "-q"]);
            outcome = await AptAsync([.. _install, package]);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return outcome;
    }

    // Never killed half-way: that would leave the machine's package database to be repaired by hand.
    private Task<ProcessOutcome> AptAsync(IReadOnlyList<string> arguments) => runner.RunAsync(
        new ProcessRequest("setsid", ["--wait", "apt-get", .. arguments])
        {
            Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive", ["PATH"] = SearchPath },
        },
        CancellationToken.None);
}
