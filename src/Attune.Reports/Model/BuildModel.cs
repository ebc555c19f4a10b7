using System.Collections.Immutable;

using Attune.Builds.Events;

namespace Attune.Reports.Model;

/// <summary>
/// What is known of a build: folded from its events, one by one, in any order. Immutable, so that a view can draw one state while the
/// build already makes the next.
/// </summary>
internal sealed record BuildModel
{
    public static BuildModel Empty { get; } = new();

    /// <summary>When the build began.</summary>
    public DateTimeOffset? Started { get; private init; }

    /// <summary>The services' names in compose order.</summary>
    public ImmutableArray<string> Order { get; private init; } = [];

    /// <summary>What became of the whole build, when it has ended.</summary>
    public BuildResult? Result { get; private init; }

    /// <summary>Different warnings in the order in which they came; services that share a Dockerfile raise the same ones.</summary>
    public ImmutableArray<WarningRaised> Warnings { get; private init; } = [];

    /// <summary>The services in compose order.</summary>
    public IEnumerable<ServiceModel> Services => Order.Select(name => ByName[name]);

    private ImmutableDictionary<string, ServiceModel> ByName { get; init; } = ImmutableDictionary<string, ServiceModel>.Empty;

    private ImmutableDictionary<string, string> Owners { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A service; one that was never heard of is empty.</summary>
    public ServiceModel this[string service] => ByName.GetValueOrDefault(service) ?? new(service);

    /// <summary>
    /// Whether a service is the one to show a step's output for: BuildKit runs a step that several services share once, and tells each
    /// of them everything.
    /// </summary>
    public bool Owns(string service, string stepId) => OwnerOf(stepId) is not { } owner || owner == service;

    /// <summary>The service that shows a step's output: the first that ran it and isn't done yet.</summary>
    public string? OwnerOf(string stepId) =>
        Owners.GetValueOrDefault(stepId) is { } owner && this[owner].Result is null ? owner : null;

    /// <summary>The state after an event.</summary>
    public BuildModel Apply(BuildEvent buildEvent) => buildEvent switch
    {
        BuildStarted e => e.Services.Aggregate(this with { Started = e.At }, (model, name) => model.Change(name, s => s)),
        ServiceStarted e => Change(e.Service, s => s with { Started = s.Started ?? e.At, Engine = e.Engine }),
        StepChanged e => Change(e.Service, s => s.Change(e.Step.Id, step => step?.With(e.Step, e.At) ?? StepModel.Of(e.Step, e.At)))
            .Own(e.Step.State == StepState.Running ? e.Step.Id : null, e.Service),
        StepOutput e => Change(e.Service, s => s.Change(e.StepId, step => (step ?? Unnamed(e.StepId, e.At)).With(e))).Own(e.StepId, e.Service),
        StepProgressed e => Change(e.Service, s => s.Change(e.StepId, step => (step ?? Unnamed(e.StepId, e.At)).With(e))),
        LockWaitChanged e => Change(e.Service, s => s.Change(e.StepId, step => (step ?? Unnamed(e.StepId, e.At)) with { Wait = e.Wait })),
        LockWaitEnded e => Change(e.Service, s => s.Change(e.StepId, step => (step ?? Unnamed(e.StepId, e.At)) with { Wait = null })),
        ContextTransferred e => e.Services.Aggregate(
            this, (model, name) => model.Change(name, s => s with { Transfers = s.Transfers.SetItem(e.Directory, e.Count) })),
        WarningRaised e => Warnings.Any(w => w.Message == e.Message && w.Location == e.Location) ? this : this with { Warnings = Warnings.Add(e) },
        ServiceFinished e => Change(e.Result.Service, s => s with { Result = e.Result }),
        BuildFinished e => this with { Result = e.Result },
        _ => this,
    };

    // Its own event is still to come; it says the name.
    private static StepModel Unnamed(string id, DateTimeOffset at) => StepModel.Of(new(id, "", StepState.Running, null, null, null), at);

    private BuildModel Change(string service, Func<ServiceModel, ServiceModel> change) => this with
    {
        Order = ByName.ContainsKey(service) ? Order : Order.Add(service),
        ByName = ByName.SetItem(service, change(this[service])),
    };

    private BuildModel Own(string? stepId, string service) =>
        stepId is null || OwnerOf(stepId) is not null ? this : this with { Owners = Owners.SetItem(stepId, service) };
}
