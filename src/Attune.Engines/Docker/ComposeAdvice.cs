using Attune.Engines.Finding;

namespace Attune.Engines.Docker;

/// <summary>The exact command by which a user gets Docker Compose.</summary>
internal static class ComposeAdvice
{
    private const string Manual = "Install it: https://docs.docker.com/compose/install";

    /// <summary>What to type on this machine.</summary>
    public static string Install(EngineSurroundings surroundings)
    {
        if (surroundings.System != HostSystem.Linux)
            return "Docker Desktop brings it: " + EngineAdvice.Install(surroundings);
        var sudo = surroundings.Privilege == HostPrivilege.Root ? "" : "sudo ";
        var os = OsRelease.Of(surroundings);
        return os switch
        {
            { IsDebianLike: true } => $"{sudo}apt-get install -y docker-compose (Docker's own packages: docker-compose-plugin)",
            _ when os.Is("fedora") || os.Is("rhel") => $"{sudo}dnf install -y docker-compose-plugin",
            _ when os.Is("arch") => $"{sudo}pacman -S --noconfirm docker-compose",
            _ when os.Is("alpine") => $"{sudo}apk add docker-cli-compose",
            _ => Manual,
        };
    }
}
