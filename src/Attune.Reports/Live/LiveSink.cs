using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Progress;
using Attune.Reports.Results;
using Attune.Reports.Text;

namespace Attune.Reports.Live;

/// <summary>
/// For terminals: a view that is redrawn in place ten times a second by its own timer. Events only change the model, so a slow terminal
/// doesn't slow the build.
/// </summary>
internal sealed class LiveSink : IBuildSink
{
    private static readonly TimeSpan _period = TimeSpan.FromMilliseconds(100);

    private readonly Lock _drawing = new();
    private readonly TimeProvider _time;
    private readonly TerminalPolicy _policy;
    private readonly Func<TerminalSize> _size;
    private readonly AnsiScreen _screen;
    private readonly FailureLog _failures = new();
    private readonly ITimer _timer;
    private volatile BuildModel _model = BuildModel.Empty;
    private bool _isClosed;

    public LiveSink(TextWriter writer, TimeProvider time, TerminalPolicy policy, Func<TerminalSize> size)
    {
        (_time, _policy, _size) = (time, policy, size);
        _screen = new(writer, policy.Colors);
        _timer = time.CreateTimer(_ => Draw(), null, _period, _period);
        AppDomain.CurrentDomain.ProcessExit += Release;
    }

    /// <inheritdoc/>
    public void Publish(BuildEvent buildEvent)
    {
        _model = _model.Apply(buildEvent);
        if (buildEvent is BuildFinished finished)
            Finish(finished.Result);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Release;
        await _timer.DisposeAsync();
        Release(this, EventArgs.Empty);
    }

    private void Draw()
    {
        // A terminal that is stopped (Ctrl-S) or slow gets fewer frames, not a queue of them.
        if (!_drawing.TryEnter())
            return;
        try
        {
            var model = _model;
            if (_isClosed || model.Started is null)
                return;
            var size = SizeNow();
            var frame = LiveFrame.Render(model, _time.GetUtcNow(), size, Glyphs.For(_policy.Glyphs));
            _screen.Draw(frame, size, _failures.Take(model, size.Width));
        }
        finally
        {
            _drawing.Exit();
        }
    }

    private void Finish(BuildResult result)
    {
        lock (_drawing)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            var size = SizeNow();
            List<StyledLine> last = [.. _failures.Take(_model, size.Width), .. RecoveryReport.Render(result), .. WarningReport.Render(_model.Warnings)];
            _screen.Close([.. last, .. ResultTable.Render(result, size.Width)], size);
        }
    }

    private TerminalSize SizeNow()
    {
        try
        {
            return _size().OrDefault();
        }
        catch (IOException)
        {
            // The terminal went away.
            return TerminalSize.Default;
        }
    }

    // Not only on disposal: a process that ends in the middle of a build must not leave a terminal without a cursor.
    private void Release(object? sender, EventArgs e)
    {
        lock (_drawing)
        {
            _isClosed = true;
            _screen.Release();
        }
    }
}
