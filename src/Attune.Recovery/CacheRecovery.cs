using System.Globalization;
using Attune.BuildKit;
using Attune.Builds.Caching;
using Attune.Builds.Events;
using Attune.Builds.Recovering;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;
using Attune.Recovery.Diagnosis;

namespace Attune.Recovery;

/// <summary>Recognises failures that a damaged cache mount caused, and removes what is damaged from it.</summary>
/// <param name="plan">What is built.</param>
/// <param name="visitor">Gets into the caches.</param>
/// <param name="retries">How often a service is built again, at most.</param>
public sealed class CacheRecovery(BuildPlan plan, CacheVisitor visitor, int retries) : IFailureRecovery
{
    private const string Removed = "removed ";

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
        if (Find(service, failure) is not { } found || !CacheVisit.CanMount(found.Mount) || BaseImageOf(plan.Service(service), found.Mount) is not { } image)
            return [];
        if (!_mended.TryAdd((found.Mount.EngineId, found.Item), service) && _mended[(found.Mount.EngineId, found.Item)] != service)
            found = found with { Item = "", Path = "" };
        var mark = "attune-recovery-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var visit = new CacheVisit(image, [found.Mount], Command(found)) { Expansion = plan.Service(service).Inputs.MountExpansion };
        try
        {
            var output = await visitor.RunAsync(visit, mark, cancellationToken);
            return [.. output.Split('\n').Where(l => l.StartsWith(Removed, StringComparison.Ordinal)).Select(l => l[Removed.Length..].Trim())];
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

    // The image that the failed step's stage goes back to: it has the shell that the step ran in.
    private static string? BaseImageOf(ServicePlan service, CacheMount mount)
    {
        var stages = service.Resolved!.Stages.ToDictionary(s => s.Declaration.Index);
        var stage = stages.GetValueOrDefault(mount.Stage.Index);
        while (stage?.BaseStage is { } parent)
            stage = stages.GetValueOrDefault(parent.Index);
        return stage is not null && service.Resolved.BaseImages.Contains(stage.BaseName) ? stage.BaseName : null;
    }

    private static string Command(CacheDiagnosis found)
    {
        string[] lines = [$"cache={Quote(found.Mount.MountPath)}", $"path={Quote(found.Path)}", $"item={Quote(found.Item)}"];
        return ShellLine.Of(string.Join('\n', [.. lines, found.Tool.Cleanup]));
    }

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
