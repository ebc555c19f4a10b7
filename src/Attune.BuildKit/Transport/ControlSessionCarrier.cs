using Grpc.Core;

namespace Attune.BuildKit.Transport;

/// <summary>
/// Sessions through <c>Control.Session</c>: the connection's bytes as messages of a gRPC call, what announces it as the call's metadata
/// (session/grpchijack of moby/buildkit).
/// </summary>
internal sealed class ControlSessionCarrier(Dialer dialer, GrpcRoute route) : ISessionCarrier
{
    public Task<Stream> OpenAsync(IReadOnlyList<KeyValuePair<string, string>> announcement, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var metadata = new Metadata();
        foreach (var (name, value) in announcement)
            metadata.Add(name.ToLowerInvariant(), value);
        var repeated = announcement.GroupBy(a => a.Key).OrderByDescending(g => g.Count()).First().Key.ToLowerInvariant();
#pragma warning disable CA2000 // Dispose objects before losing scope: the stream owns the channel and the call.
        var channel = GrpcConnection.Open(dialer, route, connection => new RepeatedFieldStream(connection, repeated));
        var call = new Wire.Control.ControlClient(channel).Session(metadata, cancellationToken: CancellationToken.None);
        return Task.FromResult<Stream>(new MessageStream(call, channel));
#pragma warning restore CA2000
    }
}
