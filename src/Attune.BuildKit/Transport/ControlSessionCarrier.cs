using Attune.BuildKit.Wire;
using Grpc.Core;

namespace Attune.BuildKit.Transport;

/// <summary>
/// Sessions through <c>Control.Session</c>: the connection's bytes as messages of a gRPC call, what announces it as the call's metadata
/// (session/grpchijack of moby/buildkit).
/// </summary>
internal sealed class ControlSessionCarrier(Wire.Control.ControlClient control) : ISessionCarrier
{
    public Task<Stream> OpenAsync(IReadOnlyList<KeyValuePair<string, string>> announcement, CancellationToken cancellationToken)
    {
        var metadata = new Metadata();
        foreach (var (name, value) in announcement)
            metadata.Add(name.ToLowerInvariant(), value);
        cancellationToken.ThrowIfCancellationRequested();
        AsyncDuplexStreamingCall<BytesMessage, BytesMessage> call = control.Session(metadata, cancellationToken: CancellationToken.None);
        return Task.FromResult<Stream>(new MessageStream(call));
    }
}
