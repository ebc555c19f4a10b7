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
    private static readonly string[] _install =
        ["install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", "docker.io"];

    /// <summary>Where programs are looked for: an ordinary user's path often lacks the <c>sbin</c> directories.</summary>
    public string SearchPath { get; } = string.Join(
        ':', (surroundings.Variable("PATH") ?? "").Split(':').Concat(["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"])
            .Where(d => d.Length > 0).Distinct());

    /// <summary>Whether dockerd is there or can be installed.</summary>
    public bool CanProvide => Find() is not null || OsRelease.Of(surroundings).IsDebianLike;

    /// <summary>The path of dockerd, installed first if need be.</summary>
    /// <exception cref="UserErrorException">It is missing and can't be installed from here.</exception>
    public async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        if (Find() is { } present)
            return present;
        await InstallAsync(cancellationToken);
        return Find() ?? throw new UserErrorException("docker.io is installed, but there is no dockerd", EngineAdvice.Install(surroundings));
    }

    private string? Find() => SearchPath.Split(':').Select(d => Path.Combine(d, "dockerd")).FirstOrDefault(surroundings.Files.FileExists);

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        announce("Installing Docker Engine (Debian package docker.io; its service is not started)");
        using var block = ServiceStartBlock.Create();
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = await AptAsync(_install);
        if (outcome.ExitCode != 0)
        {
            announce("Fetching the package lists first (apt-get update)");
            await AptAsync(["update", "-q"]);
            outcome = await AptAsync(_install);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (outcome.ExitCode != 0)
            throw new UserErrorException(
                "docker.io can't be installed:\n" + string.Join('\n', outcome.LastLines(5).Select(l => "  " + l)),
                "Install a Docker Engine by hand: " + EngineAdvice.Install(surroundings));
    }

    // Never killed half-way: that would leave the machine's package database to be repaired by hand.
    private Task<ProcessOutcome> AptAsync(IReadOnlyList<string> arguments) => runner.RunAsync(
        new ProcessRequest("setsid", ["--wait", "apt-get", .. arguments])
        {
            Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive", ["PATH"] = SearchPath },
        },
        CancellationToken.None);
}
