using Attune.BuildKit.Session.Rpc;
using Attune.BuildKit.Transport;
using Attune.BuildKit.Wire;
using Google.Protobuf;

namespace Attune.BuildKit.Session.Ssh;

/// <summary>The connection of a step to a socket that this process serves.</summary>
internal sealed class StepStream(RpcCall call) : DuplexStream
{
    /// <summary>What an engine sends at a time; larger messages make neither side faster.</summary>
    private const int MessageLength = 32 * 1024;

    private ReadOnlyMemory<byte> _rest;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_rest.IsEmpty)
        {
            if (await call.ReadAsync(AgentBytes.Parser, cancellationToken) is not { } message)
                return 0;
            _rest = message.Data.Memory;
        }

        var length = Math.Min(buffer.Length, _rest.Length);
        _rest[..length].CopyTo(buffer);
        _rest = _rest[length..];
        return length;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var rest = buffer; !rest.IsEmpty; rest = rest[Math.Min(MessageLength, rest.Length)..])
        {
            call.Buffer(new AgentBytes { Data = UnsafeByteOperations.UnsafeWrap(rest[..Math.Min(MessageLength, rest.Length)]) });
            await call.FlushAsync(cancellationToken);
        }
    }
}
