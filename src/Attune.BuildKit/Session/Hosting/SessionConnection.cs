using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Attune.BuildKit.Session.Hosting;

/// <summary>A connection that an engine calls back on, as the HTTP/2 server sees it.</summary>
internal sealed class SessionConnection : ConnectionContext
{
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(1);

    private readonly Stream _stream;
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource _served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SessionConnection(string id, Stream stream, SessionMethods methods)
    {
        _stream = stream;
        ConnectionId = id;
        ConnectionClosed = _closed.Token;
        Features.Set(methods);
        Transport = new DuplexPipe(
            PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true)),
            PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true)));
    }

    public override string ConnectionId { get; set; }

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override IDuplexPipe Transport { get; set; }

    public override EndPoint? LocalEndPoint { get; set; } = new SessionEndPoint();

    public override EndPoint? RemoteEndPoint { get; set; } = new SessionEndPoint();

    public override CancellationToken ConnectionClosed { get; set; }

    public override void Abort(ConnectionAbortedException abortReason)
    {
        // Closing the stream is what ends a pending read of the pipe.
        _stream.Dispose();
        if (!_served.Task.IsCompleted)
            _closed.Cancel();
    }

    /// <summary>Lets running calls end, but not for long, then closes the connection.</summary>
    public async Task CloseAsync()
    {
        if (_served.Task.IsCompleted)
            return;
        Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        await Task.WhenAny(_served.Task, Task.Delay(GracePeriod));
        Abort(new ConnectionAbortedException("the session was closed"));
        await Task.WhenAny(_served.Task, Task.Delay(GracePeriod));
    }

    /// <summary>Called by the server when it is done with the connection.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (_served.TrySetResult())
        {
            await _stream.DisposeAsync();
            _closed.Dispose();
        }

        await base.DisposeAsync();
    }

    private sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
