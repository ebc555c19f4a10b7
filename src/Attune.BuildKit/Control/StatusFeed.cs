using Attune.BuildKit.Wire;
using Grpc.Core;

namespace Attune.BuildKit.Control;

/// <summary>Hands a build's status stream to a receiver, one update after the other; while the receiver waits, nothing is read.</summary>
internal sealed class StatusFeed : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly AsyncServerStreamingCall<StatusResponse> _call;
    private readonly Task _delivery;
    private int _messages;
    private volatile bool _isDelivering;

    private StatusFeed(Wire.Control.ControlClient control, string reference, Func<SolveUpdate, ValueTask> onUpdate, Func<Task> stopBuild)
    {
        _call = control.Status(new StatusRequest { Ref = reference }, cancellationToken: _stop.Token);
        _delivery = DeliverAsync(onUpdate, stopBuild);
    }

    public static StatusFeed Open(Wire.Control.ControlClient control, string reference, Func<SolveUpdate, ValueTask> onUpdate, Func<Task> stopBuild) =>
        new(control, reference, onUpdate, stopBuild);

    /// <summary>Waits until the engine ends the stream, or sends nothing for a while.</summary>
    /// <exception cref="Exception">What the receiver threw.</exception>
    public async Task EndAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = _messages;
            try
            {
                await _delivery.WaitAsync(patience, cancellationToken);
                return;
            }
            catch (TimeoutException) when (!_delivery.IsCompleted)
            {
                if (_messages == before && !_isDelivering)
                    return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _call.Dispose();
        await _delivery.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _stop.Dispose();
    }

    private async Task DeliverAsync(Func<SolveUpdate, ValueTask> onUpdate, Func<Task> stopBuild)
    {
        while (await MoveNextAsync())
        {
            _messages++;
            _isDelivering = true;
            try
            {
                foreach (var update in StatusReader.Read(_call.ResponseStream.Current))
                    await onUpdate(update);
            }
            catch
            {
                await stopBuild();
                throw;
            }

            _isDelivering = false;
        }
    }

    private async Task<bool> MoveNextAsync()
    {
        try
        {
            return await _call.ResponseStream.MoveNext(_stop.Token);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            // The build's own call says what went wrong; without updates it goes on.
            return false;
        }
    }
}
