using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Resolution;
using Attune.Dockerfiles.Scopes;
using Attune.Dockerfiles.Stages;
using Attune.Source;

namespace Attune.Dockerfiles.Mounts;

/// <summary>Gathers the mounts of RUNs.</summary>
internal sealed class MountCollector(DockerfileDocument document, BuildInputs inputs, Findings findings)
{
    private readonly WordExpander _expander = new(document.Source, document.Escape);
    private readonly string _namespace = inputs.BuildArguments.GetValueOrDefault("BUILDKIT_CACHE_MOUNT_NS", "");

    /// <exception cref="LocatedException">A mount is faulty.</exception>
    public void Collect(StageNode stage, StageCommand command, RunInstruction run, StageScope scope)
    {
        for (var i = 0; i < run.Mounts.Length; i++)
        {
            var (flag, mount) = (run.Mounts[i], Parse(run.Mounts[i], scope));
            if (mount.Type is MountType.Secret or MountType.Ssh)
                continue;
            var path = FindPath(mount, flag, scope);
            var origin = command.Links[i]?.Stage?.Declaration;
            if (mount.Type == MountType.Cache)
                findings.CacheMounts.Add(ToCacheMount(mount, flag, new(stage, command, scope, path)) with { FromStage = origin });
            else if (mount.From.Length == 0)
                ReadContext(stage, run, flag, mount);
        }
    }

    /// <summary>Gathers the cache mounts of a RUN after ONBUILD; faults are left to the builds that run it.</summary>
    public void CollectDeferred(StageNode stage, RunInstruction run, StageScope scope)
    {
        try
        {
            var command = new StageCommand(run, Execution.Deferred, []);
            foreach (var flag in run.Mounts)
                if (Parse(flag, scope) is { Type: MountType.Cache } mount)
                    findings.DeferredCacheMounts.Add(ToCacheMount(mount, flag, new(stage, command, scope, FindPath(mount, flag, scope))));
        }
        catch (LocatedException)
        {
            // Nothing of this RUN is known to work.
        }
    }

    private ParsedMount Parse(MountFlag flag, StageScope scope) => MountParser.Parse(
        flag,
        inputs.MountExpansion == MountExpansion.Expands ? word => scope.Expand(word, _expander) : BuildResolver.MountLiteral,
        document.Context);

    private string FindPath(ParsedMount mount, MountFlag flag, StageScope scope)
    {
        var path = mount.Target.StartsWith('/') ? PosixPath.Clean(mount.Target) : PosixPath.Join("/", scope.WorkingDirectory, mount.Target);
        if (path == "/" && PathCertainty(mount, scope) == Certainty.Certain)
            throw document.Context.Fault(flag.Find("target", "dst", "destination")?.Span ?? flag.Span, "Nothing can be mounted on /");
        return path;
    }

    private CacheMount ToCacheMount(ParsedMount mount, MountFlag flag, Place place)
    {
        return new()
        {
            Id = mount.Id.Length > 0 ? mount.Id : PosixPath.Clean(mount.Target),
            IdOrigin = mount.Id.Length > 0 ? IdOrigin.Explicit : IdOrigin.Target,
            Namespace = _namespace,
            Target = mount.Target,
            MountPath = place.Path,
            Sharing = mount.Sharing ?? CacheSharing.Shared,
            SharingOption = flag.Find("sharing"),
            Access = mount.Access ?? MountAccess.ReadWrite,
            From = mount.From.Length > 0 && mount.From != ImageName.Scratch ? mount.From : null,
            Source = PosixPath.Join("/", mount.Source) is var source && source != "/" ? source : null,
            Uid = mount.Uid,
            Gid = mount.Gid,
            Mode = mount.Mode,
            Stage = place.Stage.Declaration,
            Run = (RunInstruction)place.Command.Instruction,
            Execution = place.Command.Execution,
            Flag = flag,
            Location = document.LocationOf(flag.Span),
            UnsetVariables = mount.Unset,
            Certainty = mount.Certainty,
            PathCertainty = PathCertainty(mount, place.Scope),
        };
    }

    private static Certainty PathCertainty(ParsedMount mount, StageScope scope) =>
        mount.Target.StartsWith('/') || scope.WorkingDirectoryCertainty == Certainty.Certain ? mount.Certainty : Certainty.DependsOnBaseImage;

    // The frontend counts a tmpfs as a reader of the whole context when it decides what to ask for.
    private void ReadContext(StageNode stage, RunInstruction run, MountFlag flag, ParsedMount mount)
    {
        var source = PosixPath.Join("/", mount.Source);
        findings.RequestedPaths.Add(source);
        if (mount.Type == MountType.Bind)
            findings.ContextCopies.Add(new(stage.Declaration, run, [source]) { Span = flag.Span, Certainty = mount.Certainty });
    }

    private readonly record struct Place(StageNode Stage, StageCommand Command, StageScope Scope, string Path);
}
