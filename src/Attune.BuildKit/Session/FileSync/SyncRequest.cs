using System.Net;
using Attune.BuildKit.Session.FileSync.Patterns;
using Attune.BuildKit.Session.FileSync.Trees;
using Attune.BuildKit.Session.Rpc;

namespace Attune.BuildKit.Session.FileSync;

/// <summary>What an engine asks a directory for: metadata of the call (session/filesync of moby/buildkit).</summary>
internal sealed record SyncRequest(string Directory, IReadOnlyList<string> Includes, IReadOnlyList<string> Excludes, IReadOnlyList<string> FollowPaths)
{
    public static SyncRequest Read(RpcCall call) => new(
        Values(call, "dir-name") is [var name, ..] ? name : "",
        Values(call, "include-patterns"),
        Values(call, "exclude-patterns"),
        Values(call, "followpaths"));

    public PathFilter Filter(IFileTree tree)
    {
        var includes = FollowPaths.Count == 0 ? Includes : Combine(Patterns.FollowPaths.Resolve(tree, FollowPaths));
        return new(includes.Count == 0 ? null : new PatternList(includes), Excludes.Count == 0 ? null : new PatternList(Excludes));
    }

    private IReadOnlyList<string> Combine(IReadOnlyList<string>? followed) => followed is null ? Includes : [.. Includes, .. followed];

    /// <summary>Engines from 23.0 on escape values that aren't plain ASCII, and say so.</summary>
    private static IReadOnlyList<string> Values(RpcCall call, string key)
    {
        var values = call.Metadata(key);
        return call.Metadata(key + "-encoded").Contains("1") ? [.. values.Select(WebUtility.UrlDecode).OfType<string>()] : values;
    }
}
