using Attune.BuildKit.Session.Rpc;

namespace Attune.BuildKit.Session.Hosting;

/// <summary>What one session answers; a feature of its connection, since all sessions share one server.</summary>
internal sealed record SessionMethods(IReadOnlyDictionary<string, RpcHandler> Handlers)
{
    public static SessionMethods Of(IEnumerable<ISessionService> services) => new(
        services.SelectMany(s => s.Methods).ToDictionary(m => m.Key, m => m.Value, StringComparer.OrdinalIgnoreCase));
}
