using Attune.Builds.Events;
using Attune.Source;

namespace Attune.Reports.Tests.Support;

/// <summary>Writes down the events of a build that never ran.</summary>
internal sealed class Script
{
    public static readonly DateTimeOffset Start = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    // The engine's clock is seven seconds ahead: nobody may subtract one clock from the other.
    private static readonly TimeSpan _engineSkew = TimeSpan.FromSeconds(7);

    private readonly List<BuildEvent> _events = [];
    private readonly Dictionary<string, DateTimeOffset> _stepStarts = [];
    private readonly List<ServiceResult> _results = [];
    private DateTimeOffset _now = Start;

    public IReadOnlyList<BuildEvent> Events => _events;

    private DateTimeOffset EngineNow => _now + _engineSkew;

    public static string IdOf(string name) => "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));

    public Script At(double seconds)
    {
        _now = Start + TimeSpan.FromSeconds(seconds);
        return this;
    }

    public Script Begin(int maxParallel, params string[] services) => Add(new BuildStarted(_now, services, maxParallel));

    public Script Service(params string[] services)
    {
        foreach (var service in services)
            Add(new ServiceStarted(_now, service));
        return this;
    }

    public Script Run(string step, params string[] services)
    {
        _stepStarts.TryAdd(step, EngineNow);
        return Step(step, StepState.Running, null, services);
    }

    public Script Done(string step, params string[] services) => Step(step, StepState.Done, null, services);

    public Script Cached(string step, params string[] services) => Step(step, StepState.Cached, null, services);

    public Script Fail(string step, string error, params string[] services) => Step(step, StepState.Failed, error, services);

    public Script Cancel(string step, params string[] services) => Step(step, StepState.Cancelled, null, services);

    public Script Print(string step, string text, params string[] services)
    {
        foreach (var service in services)
            Add(new StepOutput(_now, service, IdOf(step), OutputStream.Error, text));
        return this;
    }

    public Script Pull(string step, long current, long total, params string[] services)
    {
        foreach (var service in services)
            Add(new StepProgressed(_now, service, IdOf(step), "sha256:layer", current, total, Completion.Running));
        return this;
    }

    public Script Send(TransferCount count, Completion completion, params string[] services) =>
        Add(new ContextTransferred(_now, services, "context", count, completion));

    public Script Warn(string message, SourceLocation location, params string[] services)
    {
        foreach (var service in services)
            Add(new WarningRaised(_now, service, message, location, "https://docs.docker.com/go/dockerfile/rule/from-as-casing/"));
        return this;
    }

    public Script Finish(ServiceResult result)
    {
        _results.Add(result);
        return Add(new ServiceFinished(_now, result));
    }

    public Script End()
    {
        var order = _events.OfType<BuildStarted>().Single().Services;
        return Add(new BuildFinished(_now, new([.. order.Select(s => _results.Single(r => r.Service == s))], _now - Start)));
    }

    private Script Step(string name, StepState state, string? error, string[] services)
    {
        var started = state == StepState.Waiting ? (DateTimeOffset?)null : _stepStarts.GetValueOrDefault(name, EngineNow);
        var completed = state > StepState.Running ? EngineNow : (DateTimeOffset?)null;
        foreach (var service in services)
            Add(new StepChanged(_now, service, new(IdOf(name), name, state, started, completed, error)));
        return this;
    }

    private Script Add(BuildEvent buildEvent)
    {
        _events.Add(buildEvent);
        return this;
    }
}
