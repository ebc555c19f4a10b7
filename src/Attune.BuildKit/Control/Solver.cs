using Grpc.Core;

namespace Attune.BuildKit.Control;

/// <summary>Runs one build and passes on what happens in it.</summary>
internal sealed class Solver(Wire.Control.ControlClient control, TimeSpan statusTimeout)
{
    private const string MobyExporter = "moby";

    public async Task<SolveResult> RunAsync(SolveRequest request, Func<SolveUpdate, ValueTask> onUpdate, CancellationToken cancellationToken)
    {
        var reference = Guid.NewGuid().ToString("N");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Opened first: the engine waits for the build to appear, but forgets it soon after its end.
        await using var status = StatusFeed.Open(control, reference, onUpdate, stop.CancelAsync);
        try
        {
            var response = await control.SolveAsync(SolveCallFactory.Create(reference, request), cancellationToken: stop.Token);
            await status.EndAsync(statusTimeout, cancellationToken);
            return Checked(request, new SolveResult(reference, response.ExporterResponse));
        }
        catch (RpcException e)
        {
            // Also after a cancel: the status still tells what was cut off.
            await status.EndAsync(statusTimeout, CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            throw Faults.Translate(e);
        }
    }

    /// <summary>An engine that doesn't know the exporter's fields reports success without an image.</summary>
    private static SolveResult Checked(SolveRequest request, SolveResult result) =>
        request.Exporter is { Type: MobyExporter } && result.ImageDigest is null && result.ConfigDigest is null
            ? throw new BuildKitException(BuildKitErrorKind.NothingExported, "the engine reported success but exported no image")
            : result;
}
