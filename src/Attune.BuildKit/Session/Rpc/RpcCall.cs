using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Attune.BuildKit.Session.Rpc;

/// <summary>
/// One call of an engine, in gRPC's framing over HTTP/2 (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
/// Served by hand: a session needs five methods and no routing, injection or reflection, which cost a third of a second of start-up.
/// </summary>
internal sealed class RpcCall(HttpContext http)
{
    private const int FrameHeaderLength = 5;

    /// <summary>What engines send and accept at most (grpc-go's limit in BuildKit).</summary>
    private const int MaxMessageLength = 16 * 1024 * 1024;

    private readonly PipeReader _requests = http.Request.BodyReader;
    private readonly PipeWriter _responses = http.Response.BodyWriter;

    /// <summary>All values of a metadata key, one by one: joining them would break values with commas.</summary>
    public IReadOnlyList<string> Metadata(string key) => [.. http.Request.Headers[key].OfType<string>()];

    /// <summary>The next message, or null when the engine has sent its last.</summary>
    public async ValueTask<T?> ReadAsync<T>(MessageParser<T> parser, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        while (true)
        {
            var read = await _requests.ReadAsync(cancellationToken);
            if (TryTakeMessage(read.Buffer, out var message, out var end))
            {
                var parsed = parser.ParseFrom(message);
                _requests.AdvanceTo(end);
                return parsed;
            }

            _requests.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
                return null;
        }
    }

    /// <summary>Puts a message into the outgoing buffer; <see cref="FlushAsync"/> sends it.</summary>
    public void Buffer(IMessage message)
    {
        var length = message.CalculateSize();
        var header = _responses.GetSpan(FrameHeaderLength);
        header[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], length);
        _responses.Advance(FrameHeaderLength);
        message.WriteTo(_responses);
    }

    /// <summary>Sends what is buffered; waits while the engine takes no more.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken) => await _responses.FlushAsync(cancellationToken);

    /// <summary>Answers a call that takes one message and gives one.</summary>
    public async Task AnswerAsync<TRequest>(
        MessageParser<TRequest> parser, Func<TRequest, CancellationToken, ValueTask<IMessage>> answer, CancellationToken cancellationToken)
        where TRequest : class, IMessage<TRequest>
    {
        var request = await ReadAsync(parser, cancellationToken) ?? throw new RpcFault(RpcStatusCode.InvalidArgument, "no request message");
        Buffer(await answer(request, cancellationToken));
        await FlushAsync(cancellationToken);
    }

    private static bool TryTakeMessage(ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> message, out SequencePosition end)
    {
        (message, end) = (default, default);
        if (buffer.Length < FrameHeaderLength)
            return false;
        Span<byte> header = stackalloc byte[FrameHeaderLength];
        buffer.Slice(0, FrameHeaderLength).CopyTo(header);
        if (header[0] != 0)
            throw new RpcFault(RpcStatusCode.Unimplemented, "compressed messages are not supported");
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (length > MaxMessageLength)
            throw new RpcFault(RpcStatusCode.ResourceExhausted, $"a message of {length} bytes is too large");
        if (buffer.Length < FrameHeaderLength + length)
            return false;
        message = buffer.Slice(FrameHeaderLength, length);
        end = message.End;
        return true;
    }
}
