using Attune.Source;

namespace Attune.Engines.Finding;

/// <summary>What the search for an engine may look at.</summary>
/// <param name="Variables">The environment variables.</param>
/// <param name="HomeDirectory">The user's home directory.</param>
/// <param name="System">The operating system.</param>
/// <param name="Files">Sockets and docker's configuration.</param>
public sealed record EngineSurroundings(
    IReadOnlyDictionary<string, string> Variables, string HomeDirectory, HostSystem System, ISourceFiles Files)
{
    /// <summary>What this process may do.</summary>
    public HostPrivilege Privilege { get; init; }

    /// <summary>This machine and this process.</summary>
    /// <param name="variables">The environment variables.</param>
    /// <param name="files">Its files.</param>
    public static EngineSurroundings OfThisProcess(IReadOnlyDictionary<string, string> variables, ISourceFiles files)
    {
        var system = OperatingSystem.IsWindows() ? HostSystem.Windows : OperatingSystem.IsMacOS() ? HostSystem.MacOS : HostSystem.Linux;
        var home = variables.GetValueOrDefault(system == HostSystem.Windows ? "USERPROFILE" : "HOME") ?? "/";
        return new EngineSurroundings(variables, home, system, files)
        {
            Privilege = Environment.IsPrivilegedProcess ? HostPrivilege.Root : HostPrivilege.User,
        };
    }

    /// <summary>Docker's configuration directory: <c>DOCKER_CONFIG</c>, or <c>.docker</c> in the home directory.</summary>
    public string DockerConfigDirectory => Variable("DOCKER_CONFIG") ?? Path.Combine(HomeDirectory, ".docker");

    /// <summary>A variable's value, or null when it is unset or empty (docker treats both alike).</summary>
    internal string? Variable(string name) => Variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
