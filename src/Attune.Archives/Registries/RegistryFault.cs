using System.Net;
using Attune.Source;

namespace Attune.Archives.Registries;

/// <summary>What goes wrong with a registry, in words.</summary>
internal static class RegistryFault
{
    public static UserErrorException Refused(RegistryAddress address, string what, HttpStatusCode status) => new(
        $"{address.Host} {what} ({(int)status} {status}): {address}",
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? $"Log in with an account that may use it: docker login {address.Host}." : null);

    public static UserErrorException Unreachable(RegistryAddress address, Exception cause) =>
        new($"{address.Host} can't be reached: {cause.Message}", address.IsLocal ? "Is the registry running?" : "Registries other than this machine's own must have https.", inner: cause);
}
