using System.Buffers;
using System.Threading.Channels;
using Attune.BuildKit.Session.FileSync.Trees;
using Attune.BuildKit.Session.Rpc;
using Attune.BuildKit.Wire;
using Google.Protobuf;

namespace Attune.BuildKit.Session.FileSync;

/// <summary>
/// The sending side of fsutil (send.go of tonistiigi/fsutil): offers every entry, and sends the content of those that are asked for while
/// it still offers others. Listing, reading requests and sending share one token: if one of them ends badly, none waits for another.
/// </summary>
internal sealed class DiffCopySender(RpcCall call, IFileTree tree, TransferCounter counter) : IDisposable
{
    private const int Senders = 4;

    private const int ChunkSize = 128 * 1024;

    /// <summary>Sending every offer on its own is what takes the time of an unchanged directory.</summary>
    private const int OffersPerFlush = 64;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Lock _offered = new();
    private readonly List<string?> _paths = [];
    private readonly Channel<(uint Id, string Path)> _wanted = Channel.CreateUnbounded<(uint, string)>();
    private Exception? _failure;

    public async Task RunAsync(SyncRequest request, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Func<CancellationToken, Task>[] work = [token => OfferAsync(request, token), ReadRequestsAsync, .. Enumerable.Repeat(SendWantedAsync, Senders)];
        await Task.WhenAll(work.Select(part => GuardAsync(part, stop)));
        counter.Complete();
        if (_failure is null)
            return;
        cancellationToken.ThrowIfCancellationRequested();
        call.Buffer(new Packet { Type = Packet.Types.PacketType.PacketErr, Data = ByteString.CopyFromUtf8(_failure.Message) });
        await call.FlushAsync(cancellationToken);
        throw new RpcFault(RpcStatusCode.Unknown, _failure.Message);
    }

    public void Dispose() => _writing.Dispose();

    private async Task GuardAsync(Func<CancellationToken, Task> work, CancellationTokenSource stop)
    {
        try
        {
            await work(stop.Token);
        }
#pragma warning disable CA1031 // Do not catch general exception types: the first failure is reported when all have ended.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, e, null);
            await stop.CancelAsync();
        }
    }

    private async Task OfferAsync(SyncRequest request, CancellationToken cancellationToken)
    {
        // Walking a tree is blocking work; the server's thread has calls to read.
        await Task.Yield();
        var count = 0;
        foreach (var entry in TreeWalk.List(tree, request.Filter(tree)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_offered)
                _paths.Add(entry.IsRegular ? entry.Path : null);
            counter.AddListed();
            await WriteAsync(new Packet { Type = Packet.Types.PacketType.PacketStat, Stat = ToStat(entry) }, ++count % OffersPerFlush == 0, cancellationToken);
        }

        await WriteAsync(new Packet { Type = Packet.Types.PacketType.PacketStat }, isFlushed: true, cancellationToken);
    }

    private async Task ReadRequestsAsync(CancellationToken cancellationToken)
    {
        while (await call.ReadAsync(Packet.Parser, cancellationToken) is { } packet)
        {
            switch (packet.Type)
            {
                case Packet.Types.PacketType.PacketReq:
                    _wanted.Writer.TryWrite((packet.Id, TakePath(packet.Id)));
                    break;
                case Packet.Types.PacketType.PacketErr:
                    throw new SyncException("the engine stopped the transfer: " + packet.Data.ToStringUtf8());
                case Packet.Types.PacketType.PacketFin:
                    _wanted.Writer.Complete();
                    await WriteAsync(new Packet { Type = Packet.Types.PacketType.PacketFin }, isFlushed: true, cancellationToken);
                    return;
                default:
                    break;
            }
        }

        throw new OperationCanceledException("the engine ended the transfer");
    }

    /// <summary>A file is asked for by the index of its offer, once.</summary>
    private string TakePath(uint id)
    {
        lock (_offered)
        {
            if (id >= _paths.Count || _paths[(int)id] is not { } path)
                throw new SyncException($"the engine asked for file {id}, which was not offered");
            _paths[(int)id] = null;
            return path;
        }
    }

    private async Task SendWantedAsync(CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            await foreach (var (id, path) in _wanted.Reader.ReadAllAsync(cancellationToken))
                await SendFileAsync(id, path, chunk.AsMemory(0, ChunkSize), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private async Task SendFileAsync(uint id, string path, Memory<byte> chunk, CancellationToken cancellationToken)
    {
        await using var file = tree.Open(path);
        while (file is not null && await ReadChunkAsync(file, path, chunk, cancellationToken) is > 0 and var length)
        {
            var data = UnsafeByteOperations.UnsafeWrap(chunk[..length]);
            await WriteAsync(new Packet { Type = Packet.Types.PacketType.PacketData, Id = id, Data = data }, isFlushed: true, cancellationToken);
            counter.AddBytes(length);
        }

        await WriteAsync(new Packet { Type = Packet.Types.PacketType.PacketData, Id = id }, isFlushed: true, cancellationToken);
        counter.AddSent();
    }

    private static async ValueTask<int> ReadChunkAsync(Stream file, string path, Memory<byte> chunk, CancellationToken cancellationToken)
    {
        try
        {
            return await file.ReadAsync(chunk, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SyncException($"cannot read '{path}': {e.Message}", e);
        }
    }

    private async ValueTask WriteAsync(Packet packet, bool isFlushed, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            call.Buffer(packet);
            if (isFlushed)
                await call.FlushAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private static Stat ToStat(FileEntry entry) => new()
    {
        Path = entry.Path,
        Mode = entry.Mode,
        Size = entry.Size,
        ModTime = entry.ModifiedNanoseconds,
        Linkname = entry.LinkTarget,
    };
}
