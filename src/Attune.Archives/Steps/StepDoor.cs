using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Attune.BuildKit.Session;

namespace Attune.Archives.Steps;

/// <summary>
/// Where a step's standard input and output come to. By a socket of this process when the step shares its network's namespace, which costs a
/// fraction of the way through the engine; everybody there can reach it, so whoever comes must know a word that the engine alone was told.
/// </summary>
internal sealed class StepDoor : IDisposable
{
    private const int NameLength = 32;
    private const int WordLength = 64;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly string _name = "attune-" + RandomNumberGenerator.GetHexString(NameLength, lowercase: true);
    private readonly byte[] _word = Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(WordLength, lowercase: true));
    private readonly SessionSocket _traffic;
    private readonly CancellationToken _cancellation;
    private Socket? _listener;

    /// <param name="traffic">The other end.</param>
    /// <param name="cancellationToken">Ends it; the step's own end doesn't, as the work on what came may take longer.</param>
    public StepDoor(SessionSocket traffic, CancellationToken cancellationToken) => (_traffic, _cancellation) = (traffic, cancellationToken);

    /// <summary>What the step begins with.</summary>
    public ReadOnlyMemory<byte> Word => _word;

    /// <summary>The socket's name as <see cref="StepRelay"/> takes it.</summary>
    public string Name => "@" + _name;

    /// <summary>What was done for the step, or is being done.</summary>
    public Task Work { get; private set; } = Task.CompletedTask;

    /// <summary>Opens the socket, and serves who comes by it.</summary>
    public void Open()
    {
        _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint($"\0{_name}\0"));
        _listener.Listen();
        _ = AcceptAsync(_listener);
    }

    /// <summary>Serves who comes through the engine.</summary>
    public async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (await KnowsWordAsync(stream))
            await (Work = _traffic(stream, _cancellation));
    }

    public void Dispose() => _listener?.Dispose();

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(_cancellation);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The door is closed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        // Whoever waits for the work gets what it fails with.
        await ServeAsync(stream, _cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> KnowsWordAsync(Stream stream)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        limit.CancelAfter(_patience);
        var word = new byte[_word.Length];
        try
        {
            await stream.ReadExactlyAsync(word, limit.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Who only tries whether somebody is there says nothing.
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(word, _word);
    }
}
