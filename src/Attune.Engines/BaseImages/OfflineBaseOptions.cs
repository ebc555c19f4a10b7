namespace Attune.Engines.BaseImages;

/// <summary>Where offline base images are made.</summary>
/// <param name="WorkDirectory">An existing directory for a temporary folder of some 200 MB.</param>
/// <param name="AptDirectory">Where the machine's apt is configured.</param>
/// <param name="RegistryPatience">How long a registry may take to answer before it counts as out of reach.</param>
public sealed record OfflineBaseOptions(string WorkDirectory, string AptDirectory, TimeSpan RegistryPatience)
{
    /// <summary>The usual places: a temporary directory, <c>/etc/apt</c>, and 8 seconds.</summary>
    /// <param name="workDirectory">An existing directory for a temporary folder.</param>
    public static OfflineBaseOptions Below(string workDirectory) => new(workDirectory, "/etc/apt", TimeSpan.FromSeconds(8));
}
