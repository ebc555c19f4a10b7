namespace Attune.Engines.BaseImages;

/// <summary>Where offline base images are made.</summary>
/// <param name="WorkDirectory">An existing directory for a temporary folder of some 200 MB.</param>
/// <param name="AptDirectory">Where the machine's apt is configured.</param>
/// <param name="Keyring">Debian's public keys; packages are not checked when there is no such file, which is announced.</param>
/// <param name="RegistryPatience">How long a registry may take to answer before it counts as out of reach.</param>
public sealed record OfflineBaseOptions(string WorkDirectory, string AptDirectory, string Keyring, TimeSpan RegistryPatience)
{
    /// <summary>The places of a Debian machine, and 8 seconds.</summary>
    /// <param name="workDirectory">An existing directory for a temporary folder.</param>
    public static OfflineBaseOptions Below(string workDirectory) =>
        new(workDirectory, "/etc/apt", "/usr/share/keyrings/debian-archive-keyring.gpg", TimeSpan.FromSeconds(8));
}
