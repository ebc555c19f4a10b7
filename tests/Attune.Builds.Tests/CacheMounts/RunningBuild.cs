using System.Collections.Concurrent;
using System.Text;
using Attune.BuildKit.Control;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>A solve under way, and what the engine has told of it.</summary>
internal sealed class RunningBuild
{
    // An engine under load takes seconds to start a container; nothing here may depend on how many.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _cancel = new();
    private readonly ConcurrentDictionary<string, VertexChanged> _steps = new();
    private readonly StringBuilder _output = new();
    private readonly Task _solve;

    public RunningBuild(Func<Func<SolveUpdate, ValueTask>, CancellationToken, Task> solve) => _solve = solve(Take, _cancel.Token);

    /// <summary>All that the steps printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The steps of the Dockerfile whose text contains something, as they are now.</summary>
    public IReadOnlyList<VertexChanged> Steps(string text) => [.. _steps.Values.Where(s => s.Name.Contains(text, StringComparison.Ordinal))];

    /// <summary>Waits until a step printed something.</summary>
    public Task PrintsAsync(string text) => UntilAsync(() => Output.Contains(text, StringComparison.Ordinal), $"a step prints '{text}'");

    /// <summary>Waits until the engine says that a RUN has started.</summary>
    public Task StartsAsync() => UntilAsync(() => Steps("] RUN").Any(s => s.Started is not null), "a RUN starts");

    /// <summary>Waits for the end of the build; a failure is thrown.</summary>
    public Task EndsAsync() => _solve.WaitAsync(_patience);

    /// <summary>Cancels the build and waits until it has ended.</summary>
    public async Task CancelAsync()
    {
        await _cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(EndsAsync);
    }

    /// <summary>Ends it, whatever it is doing.</summary>
    public async Task StopAsync()
    {
        await _cancel.CancelAsync();
        await _solve.ContinueWith(_ => { }, TaskScheduler.Default);
        _cancel.Dispose();
    }

    private async Task UntilAsync(Func<bool> condition, string what)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.False(_solve.IsFaulted, _solve.Exception?.InnerException?.Message);
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < _patience, $"waited too long until {what}; printed so far:\n{Output}");
            await Task.Delay(20);
        }
    }

    private ValueTask Take(SolveUpdate update)
    {
        if (update is VertexChanged step)
            _steps[step.Digest] = step;
        if (update is VertexLog log)
            lock (_output)
                _output.Append(Encoding.UTF8.GetString(log.Bytes.Span));
        return ValueTask.CompletedTask;
    }
}
