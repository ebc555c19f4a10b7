using Attune.Builds.Events;
using Attune.Builds.Running;

namespace Attune.Builds.Tests.Running;

/// <summary>A solver whose services end as the test says, when the test says.</summary>
internal sealed class ScriptedSolver : IServiceSolver
{
    private readonly Dictionary<string, TaskCompletionSource<ServiceOutcome>> _ends = [];
    private readonly Lock _gate = new();
    private int _running;

    public int MostAtOnce { get; private set; }

    public List<string> Started { get; } = [];

    /// <summary>Services not scripted end at once with this outcome.</summary>
    public ServiceOutcome Default { get; init; } = ServiceOutcome.Built;

    /// <summary>Holds a service until <see cref="End"/> is called for it.</summary>
    public ScriptedSolver Hold(params string[] services)
    {
        foreach (var service in services)
            _ends[service] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return this;
    }

    public void End(string service, ServiceOutcome outcome) => _ends[service].SetResult(outcome);

    public async Task<ServiceResult> SolveAsync(string service, Action<BuildEvent> publish, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Started.Add(service);
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
        }

        try
        {
            await Task.Yield();
            var outcome = _ends.TryGetValue(service, out var end) ? await end.Task.WaitAsync(cancellationToken) : Default;
            return new(service, outcome, TimeSpan.FromSeconds(1), default);
        }
        finally
        {
            lock (_gate)
                _running--;
        }
    }
}
