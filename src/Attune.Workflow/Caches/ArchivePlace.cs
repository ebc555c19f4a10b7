using System.Security.Cryptography;
using System.Text;
using Attune.Archives.Registries;
using Attune.Archives.Storage;
using Attune.BuildKit.Session.Auth;
using Attune.Source;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Caches;

/// <summary>Where archives are kept: a directory, or a registry with a directory that mirrors it.</summary>
/// <param name="Name">As the user calls it.</param>
/// <param name="Store">The directory.</param>
/// <param name="Mirror">Keeps it equal to the registry's; null when there is none.</param>
internal sealed record ArchivePlace(string Name, ArchiveStore Store, RegistryMirror? Mirror)
{
    private const int HashLength = 16;

    /// <summary>What <c>--store</c> means.</summary>
    public static ArchivePlace Of(WorkflowSettings settings, IRegistryCredentials? credentials)
    {
        var asked = settings.Archive.Store;
        if (asked?.Contains("://", StringComparison.Ordinal) != true)
        {
            var directory = Path.GetFullPath(asked ?? Path.Combine(settings.StateDirectory, "cache-archives"), settings.RootDirectory);
            return new(directory, new(directory), null);
        }

        if (!RegistryAddress.IsMeantBy(asked))
            throw new UserErrorException($"--store is '{asked}', which is neither a directory nor in a registry", "Name a directory, or oci://HOST/REPOSITORY:TAG.", FaultKind.Usage);
        var address = RegistryAddress.Parse(asked);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToString())))[..HashLength];
        var store = new ArchiveStore(Path.Combine(settings.StateDirectory, "registry-archives", name));
        return new(address.ToString(), store, new(address, store, credentials));
    }
}
