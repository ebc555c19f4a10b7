using System.Runtime.CompilerServices;
using Attune.BuildKit.Control;
using Attune.BuildKit.Session;
using Attune.BuildKit.Session.Hosting;
using Attune.BuildKit.Transport;
using Grpc.Core;
using Grpc.Net.Client;

namespace Attune.BuildKit;

/// <summary>
/// A connection to BuildKit, be it in a Docker Engine or a buildkitd. Its calls may run at the same time. Disposing it closes its sessions
/// and ends its calls.
/// </summary>
public sealed class BuildKitClient : IAsyncDisposable
{
    private readonly GrpcChannel _channel;
    private readonly Wire.Control.ControlClient _control;
    private readonly ISessionCarrier _carrier;
    private readonly BuildKitClientOptions _options;
    private readonly Lazy<Task<SessionServer>> _server;
    private readonly LostRecords _lost = new();

    private BuildKitClient(EngineIdentity engine, Dialer dialer, BuildKitClientOptions options, Lazy<Task<SessionServer>> server)
    {
        (Engine, _options, _server) = (engine, options, server);
        _channel = GrpcConnection.Open(dialer, engine.Grpc);
        _control = new Wire.Control.ControlClient(_channel);
        _carrier = engine.Session == SessionRoute.Upgrade ? new UpgradeSessionCarrier(dialer) : new ControlSessionCarrier(dialer, engine.Grpc);
    }

    /// <summary>What answered.</summary>
    public EngineIdentity Engine { get; }

    /// <summary>
    /// Ids of records that the engine lists but whose data it has lost, as far as <see cref="DiskUsageAsync"/> came upon them. It can neither measure
    /// nor remove them (https://github.com/moby/buildkit/issues/3599).
    /// </summary>
    public IReadOnlyCollection<string> LostRecordIds => _lost.Ids;

    /// <summary>Connects, and finds out what answers.</summary>
    /// <exception cref="BuildKitException">Nothing answers, or what answers has no BuildKit.</exception>
    public static async Task<BuildKitClient> ConnectAsync(
        BuildKitEndpoint endpoint, BuildKitClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new BuildKitClientOptions();
        // Started beside the probe: it takes longer than anything else before the first build.
        var server = new Lazy<Task<SessionServer>>(() => Task.Run(() => SessionServer.StartAsync(CancellationToken.None)));
        _ = server.Value;
        var dialer = new Dialer(endpoint, options.ConnectTimeout);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(options.ConnectTimeout);
        try
        {
            var engine = await new EngineProbe(dialer, endpoint).RunAsync(limited.Token);
            return new BuildKitClient(options.Override?.Invoke(engine) ?? engine, dialer, options, server);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            await (await server.Value).DisposeAsync();
            throw new BuildKitException(
                BuildKitErrorKind.Unavailable, $"cannot connect to {endpoint}: no answer within {options.ConnectTimeout.TotalSeconds:0.#} s", e);
        }
        catch
        {
            await (await server.Value).DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a session; dispose it when the last solve that uses it has ended.</summary>
    /// <exception cref="BuildKitException">The engine can't be reached or refuses.</exception>
    public async Task<BuildSession> OpenSessionAsync(SessionOptions options, CancellationToken cancellationToken = default)
    {
        var id = Guid.NewGuid().ToString("N");
        var methods = SessionMethods.Of(SessionServices.Of(options, _options.Clock));
        var stream = await _carrier.OpenAsync(SessionAnnouncement.Of(id, options.SharedKey, methods), cancellationToken);
        var server = await _server.Value;
#pragma warning disable CA2000 // Dispose objects before losing scope: the session owns its connection.
        return new BuildSession(id, server.Serve(id, stream, methods));
#pragma warning restore CA2000
    }

    /// <summary>Builds.</summary>
    /// <param name="request">What.</param>
    /// <param name="onUpdate">Told what happens, one after the other and in order; while it waits, the engine does. An exception of it ends the build.</param>
    /// <param name="cancellationToken">Ends the build on the engine.</param>
    /// <exception cref="BuildKitException">The build failed, or the engine was lost.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<SolveResult> SolveAsync(
        SolveRequest request, Func<SolveUpdate, ValueTask>? onUpdate = null, CancellationToken cancellationToken = default) =>
        new Solver(_control, _options.StatusTimeout).RunAsync(request, onUpdate ?? (_ => ValueTask.CompletedTask), cancellationToken);

    /// <summary>The build cache's records, with their sizes; without those whose data is lost (<see cref="LostRecordIds"/>).</summary>
    /// <remarks>
    /// The engine measures each listed record that has been used since it was last measured, and holds it meanwhile: a step that mounts it as a
    /// shared cache then gets an empty one instead. So list no more than is needed while builds run; what is in use is not measured.
    /// Source: moby/buildkit, <c>cache/manager.go</c>, <c>DiskUsage</c>.
    /// </remarks>
    /// <param name="filters">In containerd's language, such as <c>type==exec.cachemount</c>; a record that matches one is listed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BuildKitException">The engine can't be asked.</exception>
    public async Task<IReadOnlyList<CacheRecord>> DiskUsageAsync(IReadOnlyList<string>? filters = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                var request = new Wire.DiskUsageRequest { Filter = { _lost.Exclude(filters ?? []) } };
                var response = await CallAsync(() => _control.DiskUsageAsync(request, cancellationToken: cancellationToken).ResponseAsync, cancellationToken);
                return [.. response.Record.Select(CacheRecord.Of)];
            }
            catch (BuildKitException e) when (_lost.Learn(e))
            {
                // One more is known; the others may be had without it.
            }
        }
    }

    /// <summary>Removes records from the build cache and gives those that were removed.</summary>
    /// <exception cref="BuildKitException">The engine can't be asked.</exception>
    public async IAsyncEnumerable<CacheRecord> PruneAsync(PruneRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var call = _control.Prune(request.ToCall(), cancellationToken: cancellationToken);
        while (await CallAsync(() => call.ResponseStream.MoveNext(cancellationToken), cancellationToken))
            yield return CacheRecord.Of(call.ResponseStream.Current);
    }

    /// <summary>The engine's workers. Costs an engine 20.10 as much as a build's start; don't ask needlessly.</summary>
    /// <exception cref="BuildKitException">The engine can't be asked.</exception>
    public async Task<IReadOnlyList<Worker>> ListWorkersAsync(CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(
            () => _control.ListWorkersAsync(new Wire.ListWorkersRequest(), cancellationToken: cancellationToken).ResponseAsync, cancellationToken);
        return [.. response.Record.Select(Worker.Of)];
    }

    /// <summary>Ends everything that runs through this client.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await (await _server.Value).DisposeAsync();
    }

    private static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (RpcException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Faults.Translate(e);
        }
    }
}
