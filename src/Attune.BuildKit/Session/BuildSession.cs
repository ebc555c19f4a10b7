using Attune.BuildKit.Session.Hosting;

namespace Attune.BuildKit.Session;

/// <summary>
/// An open session: what solves get their files, log-ins and secrets from. Several solves may use one at the same time; equal requests of
/// theirs are answered once.
/// </summary>
public sealed class BuildSession : IAsyncDisposable
{
    private readonly SessionConnection _connection;

    internal BuildSession(string id, SessionConnection connection) => (Id, _connection) = (id, connection);

    /// <summary>What a <see cref="Control.SolveRequest"/> names it by.</summary>
    public string Id { get; }

    /// <summary>Closes it; solves that still need it fail.</summary>
    public async ValueTask DisposeAsync() => await _connection.CloseAsync();
}
