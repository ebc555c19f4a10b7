using System.Buffers.Binary;

namespace Attune.BuildKit.Transport;

/// <summary>
/// An outgoing HTTP/2 connection on which a field of the first request is sent once per value. .NET joins a field's values with commas
/// (https://github.com/dotnet/runtime/blob/main/src/libraries/System.Net.Http/src/System/Net/Http/SocketsHttpHandler/Http2Connection.cs),
/// but gRPC metadata counts them, and BuildKit would see one method of a strange name. Only that one HEADERS frame is rewritten; .NET
/// encodes fields as literals without indexing, so nothing else in it depends on it.
/// </summary>
internal sealed class RepeatedFieldStream(Stream inner, string fieldName) : DuplexStream
{
    private const int PrefaceLength = 24;
    private const int FrameHeaderLength = 9;
    private const byte HeadersFrame = 1;

    private readonly RepeatedField _field = new(fieldName);
    private readonly List<byte> _pending = [];
    private bool _isPrefaceSent;
    private bool _isDone;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isDone)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            return;
        }

        _pending.AddRange(buffer.Span);
        await inner.WriteAsync(TakeWhole(), cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The frames that are complete, up to and with the first request's; after that, everything.</summary>
    private byte[] TakeWhole()
    {
        var output = new List<byte>();
        if (!_isPrefaceSent && _pending.Count >= PrefaceLength)
        {
            Move(PrefaceLength, output);
            _isPrefaceSent = true;
        }

        while (_isPrefaceSent && !_isDone && _pending.Count >= FrameHeaderLength)
        {
            var length = (_pending[0] << 16) | (_pending[1] << 8) | _pending[2];
            if (_pending.Count < FrameHeaderLength + length)
                break;
            if (_pending[3] == HeadersFrame)
                Rewrite(length, output);
            else
                Move(FrameHeaderLength + length, output);
        }

        if (_isDone)
            Move(_pending.Count, output);
        return [.. output];
    }

    private void Rewrite(int length, List<byte> output)
    {
        var frame = new List<byte>();
        Move(FrameHeaderLength + length, frame);
        var fields = _field.Repeat([.. frame[FrameHeaderLength..]]);
        var size = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(size, (uint)fields.Length);
        output.AddRange(size[1..]);
        output.AddRange(frame[3..FrameHeaderLength]);
        output.AddRange(fields);
        _isDone = true;
    }

    private void Move(int count, List<byte> output)
    {
        output.AddRange(_pending[..count]);
        _pending.RemoveRange(0, count);
    }
}
