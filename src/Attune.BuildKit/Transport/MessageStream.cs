using Attune.BuildKit.Wire;
using Google.Protobuf;
using Grpc.Core;

namespace Attune.BuildKit.Transport;

/// <summary>A stream of bytes carried by the messages of a gRPC call.</summary>
/// <param name="call">The call.</param>
/// <param name="channel">The call's channel, which is its own.</param>
internal sealed class MessageStream(AsyncDuplexStreamingCall<BytesMessage, BytesMessage> call, IDisposable channel) : DuplexStream
{
    private const int MaxMessageLength = 1024 * 1024;

    private ReadOnlyMemory<byte> _rest;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            while (_rest.IsEmpty)
            {
                if (!await call.ResponseStream.MoveNext(cancellationToken))
                    return 0;
                _rest = call.ResponseStream.Current.Data.Memory;
            }
        }
        catch (RpcException e)
        {
            throw new IOException(e.Status.Detail, e);
        }

        var length = Math.Min(buffer.Length, _rest.Length);
        _rest[..length].CopyTo(buffer);
        _rest = _rest[length..];
        return length;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            for (; !buffer.IsEmpty; buffer = buffer[Math.Min(buffer.Length, MaxMessageLength)..])
            {
                var part = buffer[..Math.Min(buffer.Length, MaxMessageLength)];
                await call.RequestStream.WriteAsync(new BytesMessage { Data = ByteString.CopyFrom(part.Span) }, cancellationToken);
            }
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            throw new IOException(e.Message, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            call.Dispose();
            channel.Dispose();
        }

        base.Dispose(disposing);
    }
}
