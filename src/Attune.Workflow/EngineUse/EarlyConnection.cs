using Attune.Engines.Finding;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.EngineUse;

/// <summary>
/// Looks for an engine and connects to it while something else is done, so that the first target that needs it doesn't wait. It starts no
/// engine and says nothing: what it can't do is done again, with its messages, when it is needed.
/// </summary>
internal sealed class EarlyConnection(Func<CancellationToken, Task<EngineInfo?>> find, WorkflowHost host) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task<EngineConnection?>? _opening;

    /// <summary>Begins, unless it has begun.</summary>
    public void Begin() => _opening ??= Task.Run(OpenAsync);

    /// <summary>The connection, for the one caller that keeps it; null when there is none to be had without a word.</summary>
    public async Task<EngineConnection?> TakeAsync(CancellationToken cancellationToken)
    {
        if (_opening is null)
            return null;
        var connection = await _opening.WaitAsync(cancellationToken);
        _opening = null;
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_opening is not null && await _opening is { } unused)
            await unused.DisposeAsync();
        _stop.Dispose();
    }

    private async Task<EngineConnection?> OpenAsync()
    {
        EngineConnection? connection = null;
        try
        {
            if (await find(_stop.Token) is not { } engine)
                return null;
            connection = new(engine, host);
            await connection.ClientAsync(_stop.Token);
            return connection;
        }
#pragma warning disable CA1031 // Do not catch general exception types: whatever it was, it happens again when the engine is needed.
        catch
#pragma warning restore CA1031
        {
            if (connection is not null)
                await connection.DisposeAsync();
            return null;
        }
    }
}
