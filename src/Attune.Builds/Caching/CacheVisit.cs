using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Attune.BuildKit.Session;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;

namespace Attune.Builds.Caching;

/// <summary>A step of its own that works inside cache mounts, and leaves nothing else behind.</summary>
/// <param name="Image">An image with a shell.</param>
/// <param name="Mounts">The caches as a Dockerfile mounts them; they are mounted at the same places.</param>
/// <param name="Command">One line for the shell.</param>
public sealed record CacheVisit(string Image, ImmutableArray<CacheMount> Mounts, string Command)
{
    /// <summary>Where the step finds <see cref="Files"/>.</summary>
    public const string FilesPath = "/run/attune-files";

    /// <summary>Where the step finds <see cref="Socket"/>.</summary>
    public const string SocketPath = "/run/attune.sock";

    internal const string SocketId = "attune";

    /// <summary>What the step may read; null for nothing.</summary>
    public VirtualDirectory? Files { get; init; }

    /// <summary>Serves what the step sends to a socket; null for none.</summary>
    public SessionSocket? Socket { get; init; }

    /// <summary>Which network the step has.</summary>
    public VisitNetwork Network { get; init; }

    /// <summary>How the engine's frontend treats variables in <c>--mount</c>.</summary>
    public MountExpansion Expansion { get; init; }

    /// <summary>
    /// How the caches are shared with builds. Locked waits for every user of a cache, but a shared step that starts meanwhile gets a new one;
    /// a visit that only looks takes the sharing of the others. See docs/cache-mounts.md.
    /// </summary>
    public CacheSharing Sharing { get; init; } = CacheSharing.Locked;

    /// <summary>Whether the command can change the caches.</summary>
    public MountAccess Access { get; init; } = MountAccess.ReadWrite;

    /// <summary>Whether a cache can be visited: one that starts from a stage or shows a part of itself can't, and some names can't be written.</summary>
    public static bool CanMount(CacheMount mount) =>
        mount is { FromStage: null, Source: null } && IsPlain(mount.Id) && IsPlain(mount.MountPath) && (mount.From is null || IsPlain(mount.From));

    /// <summary>The image that a mount's stage goes back to: it has the shell that its RUN runs in. Null when the stage starts from nothing.</summary>
    public static string? ImageOf(ServicePlan service, CacheMount mount)
    {
        if (service.Resolved is not { } resolved)
            return null;
        var stages = resolved.Stages.ToDictionary(s => s.Declaration.Index);
        var stage = stages.GetValueOrDefault(mount.Stage.Index);
        while (stage?.BaseStage is { } parent)
            stage = stages.GetValueOrDefault(parent.Index);
        return stage is not null && resolved.BaseImages.Contains(stage.BaseName) ? stage.BaseName : null;
    }

    internal string Dockerfile(string mark)
    {
        // The image may run its steps as somebody who can't read the cache, or in a shell of its own.
        var text = new StringBuilder("FROM ").Append(Image).Append("\nUSER 0:0\nSHELL [\"/bin/sh\", \"-c\"]\nRUN");
        if (Files is not null)
            text.Append(" --mount=type=bind,target=").Append(FilesPath);
        if (Socket is not null)
            text.Append(" --mount=type=ssh,required,id=").Append(SocketId).Append(",target=").Append(SocketPath);
        foreach (var mount in Mounts)
            text.Append(" --mount=").Append(Flag(mount));
        // The mark makes it a step that never ran before.
        return text.Append(" : ").Append(mark).Append("; ").Append(Command).Append('\n').ToString();
    }

    private string Flag(CacheMount mount)
    {
        var sharing = "sharing=" + Sharing.ToString().ToLowerInvariant();
        var options = new List<string> { "type=cache", "id=" + Literal(mount.Id), "target=" + Literal(mount.MountPath), sharing };
        if (Access == MountAccess.ReadOnly)
            options.Add("readonly");
        if (mount.From is { } image)
            options.Add("from=" + image);
        if (mount.Uid is { } uid)
            options.Add(string.Create(CultureInfo.InvariantCulture, $"uid={uid}"));
        if (mount.Gid is { } gid)
            options.Add(string.Create(CultureInfo.InvariantCulture, $"gid={gid}"));
        if (mount.Mode is { } mode)
            options.Add("mode=0" + Convert.ToString(mode, 8));
        return string.Join(',', options);
    }

    private string Literal(string text) => Expansion == MountExpansion.Expands ? text.Replace("$", "\\$", StringComparison.Ordinal) : text;

    private static bool IsPlain(string text) => text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or '"' or '\'' or '\\');
}

/// <summary>Which network a visit's step has.</summary>
public enum VisitNetwork
{
    /// <summary>None.</summary>
    None,

    /// <summary>That of the engine's machine, which an engine may be told to refuse.</summary>
    Host,
}
