using System.Runtime.InteropServices;

namespace Nuke.Common.Execution;

/// <summary>
/// The first Ctrl-C or SIGTERM leaves the running target to its own cancellation and starts no other; the second ends the process.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly CancellationTokenSource Source = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private int signals;

    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => OnSignal(context, 130));
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnSignal(context, 143));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public static CancellationToken Token => Source.Token;

    /// <summary>
    /// Whether a signal came that can have made a target end with a fault. A target may handle the signal itself, and its handler is called before the one
    /// here: then it can have ended before this one knows.
    /// </summary>
    public static bool HasBegun(Exception fault) =>
        fault is OperationCanceledException ? Token.WaitHandle.WaitOne(Patience) : Token.IsCancellationRequested;

    /// <summary>What a shell would report for the signal; null if none came.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
    }

    private void OnSignal(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.Increment(ref signals) > 1)
            Environment.Exit(exitCode);
        context.Cancel = true;
        ExitCode = exitCode;
        Source.Cancel();
    }
}
