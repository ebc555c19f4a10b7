using System.Collections.Immutable;
using System.Globalization;
using Attune.BuildKit;

namespace Attune.Fleets;

/// <summary>Short names for engines that are used together.</summary>
public static class EngineNames
{
    /// <summary>For each engine the shortest name that no other one has: host, host and port, folder of the socket, address.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<BuildKitEndpoint> engines)
    {
        var choices = engines.Select(Choices).ToList();
        return [.. choices.Select(own => own.First(name => name == own[^1] || choices.Count(c => c.Contains(name)) == 1))];
    }

    private static List<string> Choices(BuildKitEndpoint engine) => engine.Transport switch
    {
        EndpointTransport.Tcp => [engine.Address, string.Create(CultureInfo.InvariantCulture, $"{engine.Address}:{engine.Port}"), engine.ToString()],
        EndpointTransport.Unix => [Path.GetFileName(Path.GetDirectoryName(engine.Address)) ?? "", engine.Address, engine.ToString()],
        _ => [engine.Address, engine.ToString()],
    };
}
