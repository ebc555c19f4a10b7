namespace Attune.Engines.Finding;

/// <summary>The exact commands by which a user gets an engine.</summary>
internal static class EngineAdvice
{
    /// <summary>What to type on this machine.</summary>
    public static string Install(EngineSurroundings surroundings) => surroundings.System switch
    {
        HostSystem.MacOS => "Install and start Docker Desktop: brew install --cask docker && open -a Docker",
        HostSystem.Windows => "Install and start Docker Desktop: winget install Docker.DockerDesktop",
        _ => Linux(OsRelease.Of(surroundings), surroundings.Privilege == HostPrivilege.Root ? "" : "sudo "),
    };

    private static string Linux(OsRelease os, string sudo)
    {
        if (os.IsDebianLike)
            return $"{sudo}apt-get install -y --no-install-recommends docker.io && {sudo}systemctl start docker"
                + (sudo.Length > 0 ? "; or let Attune run one of its own: sudo ./build.sh StartEngine" : "");
        var install = os switch
        {
            _ when os.Is("fedora") || os.Is("rhel") => "dnf install -y moby-engine",
            _ when os.Is("arch") => "pacman -S --noconfirm docker",
            _ when os.Is("suse") || os.Is("opensuse") => "zypper install -y docker",
            _ when os.Is("alpine") => "apk add docker",
            _ => null,
        };
        if (install is null)
            return "Install a Docker Engine: https://docs.docker.com/engine/install";
        var start = os.Is("alpine") ? "service docker start" : "systemctl start docker";
        return $"{sudo}{install} && {sudo}{start}";
    }
}
