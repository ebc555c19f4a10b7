using Attune.BuildKit.Session.FileSync.Trees;
using Attune.BuildKit.Session.Rpc;

namespace Attune.BuildKit.Session.FileSync;

/// <summary>Sends local directories to the engine: those parts of them that it asks for and doesn't have.</summary>
internal sealed class FileSyncService(IReadOnlyDictionary<string, IFileTree> directories, TransferReporter reporter) : ISessionService
{
    public IReadOnlyDictionary<string, RpcHandler> Methods => new Dictionary<string, RpcHandler>
    {
        ["/moby.filesync.v1.FileSync/DiffCopy"] = DiffCopyAsync,
    };

    private async Task DiffCopyAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var request = SyncRequest.Read(call);
        if (!directories.TryGetValue(request.Directory, out var tree))
            throw new RpcFault(RpcStatusCode.NotFound, $"no access allowed to directory '{request.Directory}'");
        using var sender = new DiffCopySender(call, tree, reporter.Begin(request.Directory));
        await sender.RunAsync(request, cancellationToken);
    }
}
