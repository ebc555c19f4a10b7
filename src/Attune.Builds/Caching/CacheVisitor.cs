using System.Text;
using Attune.BuildKit.Control;
using Attune.BuildKit.Session;

namespace Attune.Builds.Caching;

/// <summary>Runs <see cref="CacheVisit"/>s on an engine.</summary>
/// <param name="engine">The engine.</param>
public sealed class CacheVisitor(BuildEngine engine)
{
    /// <summary>Runs one, after everybody who uses the caches; gives what it printed.</summary>
    /// <param name="visit">What to run, and where.</param>
    /// <param name="mark">Stands in the description of every cache that the visit makes; new each time.</param>
    /// <param name="cancellationToken">Ends the step.</param>
    /// <exception cref="BuildKit.BuildKitException">The step failed, or the engine was lost.</exception>
    public async Task<string> RunAsync(CacheVisit visit, string mark, CancellationToken cancellationToken)
    {
        var files = new VirtualDirectory(new Dictionary<string, ReadOnlyMemory<byte>> { ["Dockerfile"] = Encoding.UTF8.GetBytes(visit.Dockerfile(mark)) });
        await using var session = await engine.Client.OpenSessionAsync(
            new()
            {
                SharedKey = mark,
                Directories = new Dictionary<string, SessionDirectory> { ["dockerfile"] = files, ["context"] = files },
                Credentials = engine.Credentials,
            },
            cancellationToken);
        var output = new MemoryStream();
        await engine.Client.SolveAsync(
            new() { SessionId = session.Id, FrontendAttributes = Attributes(visit) },
            update =>
            {
                if (update is VertexLog log)
                    output.Write(log.Bytes.Span);
                return ValueTask.CompletedTask;
            },
            cancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private Dictionary<string, string> Attributes(CacheVisit visit)
    {
        var attributes = new Dictionary<string, string> { ["filename"] = "Dockerfile", ["force-network-mode"] = "none" };
        if (engine.Images is not null)
            attributes["image-resolve-mode"] = "local";
        if (visit.Mounts.FirstOrDefault()?.Namespace is { Length: > 0 } name)
            attributes["build-arg:BUILDKIT_CACHE_MOUNT_NS"] = name;
        return attributes;
    }
}
