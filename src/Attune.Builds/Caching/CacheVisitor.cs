using System.Globalization;
using System.Text;
using Attune.BuildKit;
using Attune.BuildKit.Control;
using Attune.BuildKit.Session;

namespace Attune.Builds.Caching;

/// <summary>Runs <see cref="CacheVisit"/>s on an engine.</summary>
/// <param name="engine">The engine.</param>
public sealed class CacheVisitor(BuildEngine engine)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    // One for all visits: each leaves its Dockerfile on the engine, in place of the one before.
    private const string FilesKey = "attune-visit";

    /// <summary>Whether steps on the engine may be able to reach sockets of this process.</summary>
    public bool MayReachThisProcess => OperatingSystem.IsLinux() && engine.Engine.Endpoint.Transport == EndpointTransport.Unix;

    /// <summary>Runs one and removes every record that it made, even of a cache that wasn't there; gives what it printed.</summary>
    /// <exception cref="BuildKit.BuildKitException">The step failed, or the engine was lost.</exception>
    public async Task<string> RunAsync(CacheVisit visit, CancellationToken cancellationToken)
    {
        var mark = "attune-visit-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        try
        {
            return await RunAsync(visit, mark, cancellationToken);
        }
        finally
        {
            await ForgetAsync(mark);
        }
    }

    /// <summary>Runs one; gives what it printed.</summary>
    /// <param name="visit">What to run, and where.</param>
    /// <param name="mark">Stands in the description of every cache that the visit makes; new each time.</param>
    /// <param name="cancellationToken">Ends the step.</param>
    /// <exception cref="BuildKit.BuildKitException">The step failed, or the engine was lost.</exception>
    public async Task<string> RunAsync(CacheVisit visit, string mark, CancellationToken cancellationToken)
    {
        var dockerfile = new VirtualDirectory(new Dictionary<string, ReadOnlyMemory<byte>> { ["Dockerfile"] = Encoding.UTF8.GetBytes(visit.Dockerfile(mark)) });
        await using var session = await engine.Client.OpenSessionAsync(
            new()
            {
                SharedKey = FilesKey,
                Directories = new Dictionary<string, SessionDirectory> { ["dockerfile"] = dockerfile, ["context"] = visit.Files ?? dockerfile },
                Sockets = visit.Socket is { } socket ? new Dictionary<string, SessionSocket> { [CacheVisit.SocketId] = socket } : [],
                Credentials = engine.Credentials,
            },
            cancellationToken);
        var output = new MemoryStream();
        try
        {
            await engine.Client.SolveAsync(
                new()
                {
                    SessionId = session.Id,
                    FrontendAttributes = Attributes(visit),
                    Entitlements = visit.Network == VisitNetwork.Host ? ["network.host"] : [],
                },
                update =>
                {
                    if (update is VertexLog log)
                        output.Write(log.Bytes.Span);
                    return ValueTask.CompletedTask;
                },
                cancellationToken);
        }
        catch (BuildKitException e) when (e.Kind == BuildKitErrorKind.BuildFailed && output.Length > 0)
        {
            throw new BuildKitException(e.Kind, $"{Encoding.UTF8.GetString(output.ToArray()).Trim()} ({e.Message})", e);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }

    private async Task ForgetAsync(string mark)
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await new MarkedRecords(engine.Client, mark).RemoveAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // An empty record more does no harm.
        }
    }

    private Dictionary<string, string> Attributes(CacheVisit visit)
    {
        var attributes = new Dictionary<string, string> { ["filename"] = "Dockerfile", ["force-network-mode"] = visit.Network == VisitNetwork.Host ? "host" : "none" };
        if (engine.Images is not null)
            attributes["image-resolve-mode"] = "local";
        if (visit.Mounts.FirstOrDefault()?.Namespace is { Length: > 0 } name)
            attributes["build-arg:BUILDKIT_CACHE_MOUNT_NS"] = name;
        return attributes;
    }
}
