using Attune.BuildKit;
using Attune.BuildKit.Control;
using Attune.Builds.Events;
using Attune.Builds.Recording;
using Attune.Builds.Running;
using Attune.Engines.Finding;
using Attune.Projects;

namespace Attune.Builds.Solving;

/// <summary>Builds services through BuildKit's control API.</summary>
internal sealed class ServiceSolver(SolveContext context, SessionPool sessions) : IServiceSolver
{
    private readonly HostGateway _hostGateway = new(context.Client);

    public async Task<ServiceResult> SolveAsync(string service, Action<BuildEvent> publish, CancellationToken cancellationToken)
    {
        var plan = context.Plan.Service(service);
        var record = new ServiceRecord();
        var translator = new UpdateTranslator(plan, context.Clock);
        var begun = context.Clock.GetTimestamp();
        try
        {
            var session = await sessions.OpenAsync(plan, cancellationToken);
            var request = await RequestAsync(plan, session.Id, cancellationToken);
            var solved = await context.Client.SolveAsync(request, OnUpdate, cancellationToken);
            var image = await FindImageAsync(plan, solved, cancellationToken);
            var steps = record.CountSteps();
            var outcome = steps.Executed == 0 ? ServiceOutcome.Cached : ServiceOutcome.Built;
            return new(service, outcome, context.Clock.GetElapsedTime(begun), steps, image);
        }
        catch (BuildKitException e) when (!cancellationToken.IsCancellationRequested)
        {
            return new(service, ServiceOutcome.Failed, context.Clock.GetElapsedTime(begun), record.CountSteps())
            {
                Failure = FailureReader.Read(e, plan, record),
            };
        }

        ValueTask OnUpdate(SolveUpdate update)
        {
            if (translator.Translate(update) is { } translated)
            {
                record.Take(translated);
                publish(translated);
            }

            return ValueTask.CompletedTask;
        }
    }

    private async Task<SolveRequest> RequestAsync(ServicePlan plan, string sessionId, CancellationToken cancellationToken) => new()
    {
        SessionId = sessionId,
        FrontendAttributes = FrontendAttributes.Of(plan, context, await _hostGateway.ForAsync(plan.Section, cancellationToken)),
        Exporter = ExporterFor(plan),
        CacheImports = CacheLocations.Read(plan.Section.CacheFrom),
        CacheExports = CacheLocations.Read(plan.Section.CacheTo),
        Entitlements = Entitlements(plan),
    };

    private Exporter? ExporterFor(ServicePlan plan) => (context.Options.Images, context.Images) switch
    {
        (ImagePolicy.Discard, _) => null,
        (_, null) => new("image", new Dictionary<string, string> { ["name"] = string.Join(',', plan.Tags) }),
        _ => Exporter.ToEngine(plan.Tags),
    };

    private List<string> Entitlements(ServicePlan plan)
    {
        var entitlements = new List<string>(plan.Section.Entitlements);
        if (FrontendAttributes.Network(plan.Section, context.Engine) == "host")
            entitlements.Add("network.host");
        if (plan.Section.Privileged)
            entitlements.Add("security.insecure");
        return [.. entitlements.Distinct()];
    }

    private async Task<BuiltImage?> FindImageAsync(ServicePlan plan, SolveResult solved, CancellationToken cancellationToken)
    {
        if (context.Options.Images == ImagePolicy.Discard)
            return null;
        var found = context.Images is null ? null : await context.Images.FindAsync(plan.Tags[0], cancellationToken);
        // With containerd's store an image's id is the digest of its manifest; the classic store names it by its configuration.
        var digest = context.Engine.ImageStore == ImageStore.Containerd ? solved.ImageDigest : solved.ConfigDigest ?? solved.ImageDigest;
        return found is not null ? new(found.Id, found.Size, plan.Tags) : digest is null ? null : new(digest, null, plan.Tags);
    }
}
