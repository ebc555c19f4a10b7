using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;
using Attune.Source;

namespace Attune.Strategies.Rewriting;

/// <summary>
/// Builds Dockerfiles with other sharing modes than they say, without touching a file: the engine gets the changed text in place of the
/// file's. Everything but the mode is byte for byte what was written.
/// </summary>
public static class MountRewriting
{
    /// <summary>The plan with every cache mount in one sharing mode, so that no two steps disagree about a cache.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sharing">The mode.</param>
    /// <exception cref="UserErrorException">A Dockerfile lies in a context that only the engine can fetch.</exception>
    public static BuildPlan Rewrite(BuildPlan plan, MountSharing sharing)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (sharing == MountSharing.AsWritten)
            return plan;
        var rewritten = new Dictionary<DockerfileDocument, DockerfileDocument>(ReferenceEqualityComparer.Instance);
        return plan with { Services = [.. plan.Services.Select(Rewritten)] };

        ServicePlan Rewritten(ServicePlan service)
        {
            var document = service.Document ?? throw Unreadable(service);
            if (!rewritten.TryGetValue(document, out var changed))
                rewritten[document] = changed = Rewrite(document, sharing);
            return ReferenceEquals(changed, document) ? service : service.BuiltFrom(changed);
        }
    }

    /// <summary>A Dockerfile with every cache mount in one sharing mode; the same one when they are in it already.</summary>
    /// <param name="document">The Dockerfile.</param>
    /// <param name="sharing">The mode.</param>
    public static DockerfileDocument Rewrite(DockerfileDocument document, MountSharing sharing)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (sharing == MountSharing.AsWritten)
            return document;
        var mode = sharing == MountSharing.Shared ? CacheSharing.Shared : CacheSharing.Locked;
        var text = Edit.Apply(document.Source, CacheFlags(document).Where(f => Mode(f) != mode).Select(f => SharingEdit.Of(document.Source, f, mode)));
        return text == document.Source.Text ? document : DockerfileDocument.Parse(new(document.Source.Path, text));
    }

    // What a variable stands for is known only to a build, and may differ from one to the next: a mount whose type is one is left alone.
    private static IEnumerable<MountFlag> CacheFlags(DockerfileDocument document) =>
        from instruction in document.Instructions
        let run = instruction as RunInstruction ?? (instruction as OnbuildInstruction)?.Trigger as RunInstruction
        where run is not null
        from flag in run.Mounts
        where string.Equals(flag.Find("type")?.Value, "cache", StringComparison.OrdinalIgnoreCase)
        select flag;

    // An omitted mode is shared; one that is a variable counts as neither.
    private static CacheSharing? Mode(MountFlag flag) => flag.Find("sharing")?.Value switch
    {
        null => CacheSharing.Shared,
        var written => Enum.TryParse<CacheSharing>(written, ignoreCase: true, out var mode) ? mode : null,
    };

    private static UserErrorException Unreadable(ServicePlan service) => new(
        $"The Dockerfile of '{service.Name}' can't be built with other sharing modes: only the engine can fetch its context",
        "Leave the service out with --services, or build from a local directory.",
        FaultKind.Usage);
}
