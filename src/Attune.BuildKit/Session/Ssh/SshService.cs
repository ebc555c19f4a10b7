using System.Net.Sockets;
using Attune.BuildKit.Session.Rpc;
using Attune.BuildKit.Wire;
using Google.Protobuf;

namespace Attune.BuildKit.Session.Ssh;

/// <summary>Forwards ssh agents to <c>RUN --mount=type=ssh</c> (session/sshforward of moby/buildkit).</summary>
/// <param name="agents">Agents' sockets by id; <c>default</c> is the id of a mount that names none.</param>
/// <param name="sockets">What this process serves itself, by id.</param>
internal sealed class SshService(IReadOnlyDictionary<string, string> agents, IReadOnlyDictionary<string, SessionSocket> sockets) : ISessionService
{
    private const string DefaultId = "default";

    private const int BufferSize = 32 * 1024;

    public IReadOnlyDictionary<string, RpcHandler> Methods => new Dictionary<string, RpcHandler>
    {
        ["/moby.sshforward.v1.SSH/CheckAgent"] = (call, cancellationToken) => call.AnswerAsync(
            CheckAgentRequest.Parser,
            (request, _) =>
            {
                if (!sockets.ContainsKey(request.Id))
                    SocketOf(request.Id);
                return new(new CheckAgentResponse());
            },
            cancellationToken),
        ["/moby.sshforward.v1.SSH/ForwardAgent"] = ForwardAsync,
    };

    private string SocketOf(string? id)
    {
        var name = string.IsNullOrEmpty(id) ? DefaultId : id;
        return agents.TryGetValue(name, out var socket) ? socket : throw new RpcFault(RpcStatusCode.NotFound, $"no ssh agent of the id {name}");
    }

    private async Task ForwardAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var id = call.Metadata("buildkit.ssh.id") is [var name, ..] ? name : null;
        if (id is null || !sockets.TryGetValue(id, out var socket))
        {
            await ForwardAsync(call, SocketOf(id), cancellationToken);
            return;
        }

        await using var stream = new StepStream(call);
        await socket(stream, cancellationToken);
    }

    private static async Task ForwardAsync(RpcCall call, string socket, CancellationToken cancellationToken)
    {
        using var agent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await agent.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellationToken);
        await using var stream = new NetworkStream(agent, ownsSocket: false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // When one direction ends the other is ended too: an agent answers nothing more once its client is gone.
        await Task.WhenAll(
            EndBothAsync(ToAgentAsync(call, stream, stop.Token), stop.CancelAsync),
            EndBothAsync(FromAgentAsync(call, stream, stop.Token), stop.CancelAsync));
    }

    private static async Task EndBothAsync(Task direction, Func<Task> stop)
    {
        try
        {
            await direction;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The mount was released or the agent went away; the step sees its agent close.
        }

        await stop();
    }

    private static async Task ToAgentAsync(RpcCall call, NetworkStream agent, CancellationToken cancellationToken)
    {
        while (await call.ReadAsync(AgentBytes.Parser, cancellationToken) is { } message)
            await agent.WriteAsync(message.Data.Memory, cancellationToken);
    }

    private static async Task FromAgentAsync(RpcCall call, NetworkStream agent, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        while (await agent.ReadAsync(buffer, cancellationToken) is > 0 and var length)
        {
            call.Buffer(new AgentBytes { Data = UnsafeByteOperations.UnsafeWrap(buffer.AsMemory(0, length)) });
            await call.FlushAsync(cancellationToken);
        }
    }
}
