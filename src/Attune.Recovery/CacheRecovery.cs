using Attune.BuildKit;
using Attune.Builds.Caching;
using Attune.Builds.Events;
using Attune.Builds.Recovering;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;
using Attune.Recovery.Diagnosis;
using Attune.Recovery.Sweeping;

namespace Attune.Recovery;

/// <summary>Recognises failures that a damaged cache mount caused, and removes what is damaged from it.</summary>
/// <param name="plan">What is built.</param>
/// <param name="visitor">Gets into the caches.</param>
/// <param name="retries">How often a service is built again, at most.</param>
public sealed class CacheRecovery(BuildPlan plan, CacheVisitor visitor, int retries) : IFailureRecovery
{
    // Who had an entry removed. Mending goes one at a time, so the entry of another one's failure is a new one, and whole.
    private readonly Dictionary<(string Cache, string Item), string> _mended = [];

    /// <inheritdoc/>
    public int Retries => retries;

    /// <inheritdoc/>
    public CacheFault? Diagnose(string service, BuildFailure failure)
    {
        if (Find(service, failure) is not { } found)
            return null;
        var kind = IsOpenToOthers(service, found.Mount) ? CacheFaultKind.Race : CacheFaultKind.Interruption;
        return new(found.Tool.Tool, found.Mount.MountPath, kind)
        {
            Symptom = found.Symptom,
            Source = found.Signature.Source,
            Rules = kind == CacheFaultKind.Interruption ? ["CM014"] : found.Tool.Tool == "cargo" ? ["CM001", "CM002"] : ["CM001"],
            Location = found.Mount.Location,
        };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> MendAsync(string service, BuildFailure failure, CancellationToken cancellationToken)
    {
        if (Find(service, failure) is not { } found || !CacheVisit.CanMount(found.Mount) || CacheVisit.ImageOf(plan.Service(service), found.Mount) is not { } image)
            return [];
        if (!_mended.TryAdd((found.Mount.EngineId, found.Item), service) && _mended[(found.Mount.EngineId, found.Item)] != service)
            found = found with { Item = "", Path = "" };
        var visit = new CacheVisit(image, [found.Mount], ShellLine.Of(CacheSweep.Script(found))) { Expansion = plan.Service(service).Inputs.MountExpansion };
        try
        {
            return CacheSweep.Read(await visitor.RunAsync(visit, cancellationToken));
        }
        catch (BuildKitException e) when (e.Kind == BuildKitErrorKind.BuildFailed)
        {
            // The image may lack a shell or a program. The retry may do without: alone, most tools overwrite what is half-written.
            return [];
        }
    }

    private CacheDiagnosis? Find(string service, BuildFailure failure)
    {
        var planned = plan.Service(service);
        return Diagnostician.Find(failure.Log, FailedStep.Mounts(planned, failure));
    }

    private bool IsOpenToOthers(string service, CacheMount mount) =>
        mount.Sharing == CacheSharing.Shared
        && plan.Services.Any(s => s.Name != service && s.CacheMounts.Any(m => m.EngineId == mount.EngineId && m.Access == MountAccess.ReadWrite));
}
