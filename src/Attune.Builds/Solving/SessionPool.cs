using Attune.BuildKit.Session;
using Attune.Builds.Events;
using Attune.Projects;

namespace Attune.Builds.Solving;

/// <summary>The sessions of one run: one for all services that may share it.</summary>
internal sealed class SessionPool : IAsyncDisposable
{
    private readonly SolveContext _context;
    private readonly Action<BuildEvent> _publish;
    private readonly Dictionary<string, Lazy<Task<BuildSession>>> _sessions = new(StringComparer.Ordinal);

    public SessionPool(SolveContext context, Action<BuildEvent> publish)
    {
        _context = context;
        _publish = publish;
        foreach (var group in context.Plan.Services.GroupBy(SyncKey.Of))
        {
            var session = new Lazy<Task<BuildSession>>(() => OpenAsync(group.Key, [.. group]));
            foreach (var service in group)
                _sessions.Add(service.Name, session);
        }
    }

    public Task<BuildSession> OpenAsync(ServicePlan service, CancellationToken cancellationToken) =>
        _sessions[service.Name].Value.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions.Values.Distinct().Where(s => s.IsValueCreated && s.Value.IsCompletedSuccessfully))
            await (await session.Value).DisposeAsync();
    }

    private Task<BuildSession> OpenAsync(string key, IReadOnlyList<ServicePlan> services)
    {
        var first = services[0];
        var names = services.Select(s => s.Name).ToList();
        // Not tied to one service's cancellation: the session belongs to all of them.
        return _context.Client.OpenSessionAsync(
            new()
            {
                SharedKey = SharedKey.Of(_context.Machine, first.Section.Context.Value, key),
                Directories = SessionDirectories.Of(first),
                Credentials = _context.Credentials,
                Secrets = BuildSecrets.Of(first.Section, _context.Plan.Project),
                SshAgents = BuildSecrets.SshAgents(first.Section, _context.Plan.Project),
                Transfers = new TransferRelay(names, _context.Clock, _publish),
            },
            CancellationToken.None);
    }
}
