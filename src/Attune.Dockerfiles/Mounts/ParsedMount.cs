using System.Collections.Immutable;
using Attune.Dockerfiles.Scopes;

namespace Attune.Dockerfiles.Mounts;

/// <summary>A mount whose options are expanded and understood.</summary>
internal sealed record ParsedMount
{
    public MountType Type { get; init; } = MountType.Bind;

    public string Id { get; init; } = "";

    public string Source { get; init; } = "";

    public string Target { get; init; } = "";

    public string From { get; init; } = "";

    public CacheSharing? Sharing { get; init; }

    public MountAccess? Access { get; init; }

    public uint? Uid { get; init; }

    public uint? Gid { get; init; }

    public uint? Mode { get; init; }

    public ImmutableArray<string> Unset { get; init; } = [];

    public Certainty Certainty { get; init; }
}
