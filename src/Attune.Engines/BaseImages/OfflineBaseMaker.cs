using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Attune.Engines.Docker;
using Attune.Engines.Processes;

namespace Attune.Engines.BaseImages;

/// <summary>Makes stand-ins for base images from the packages of the machine's Debian mirror.</summary>
internal sealed class OfflineBaseMaker(IDockerImages images, IProcessRunner runner, OfflineBaseOptions options, TimeProvider time)
{
    /// <summary>Makes images, all at once: while one's packages are downloaded another's are imported.</summary>
    public async Task MakeAsync(IReadOnlyList<OfflineRecipe> recipes, IProgress<string> announce, CancellationToken cancellationToken)
    {
        using var folder = new AptFolder(options);
        var apt = new Apt(runner, folder, announce);
        await apt.UpdateAsync(cancellationToken);
        var all = new ParallelOptions { MaxDegreeOfParallelism = recipes.Count, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(recipes, all, async (recipe, token) =>
        {
            var packages = await apt.DownloadAsync(recipe, token);
            await ImportAsync(recipe, packages, announce, token);
        });
    }

    private async Task ImportAsync(
        OfflineRecipe recipe, IReadOnlyList<string> packages, IProgress<string> announce, CancellationToken cancellationToken)
    {
        announce.Report($"{recipe.Tag}: importing");
        var started = time.GetTimestamp();
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 4 << 20, resumeWriterThreshold: 2 << 20));
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = WriteAsync(recipe, packages, pipe.Writer, broken.Token);
        try
        {
            await using var tar = pipe.Reader.AsStream();
            await images.ImportAsync(tar, recipe.Tag, [.. recipe.Changes, $"LABEL {OfflineRecipe.Label}={recipe.Hash}"], cancellationToken);
        }
        catch
        {
            await broken.CancelAsync();
            await TellReasonAsync(writing);
            throw;
        }

        await writing;
        announce.Report($"{recipe.Tag}: made in {time.GetElapsedTime(started).TotalSeconds:0} s");
    }

    /// <summary>Throws why a tar broke off, which the engine knows only as a connection that did; nothing when the engine broke it off.</summary>
    private static async Task TellReasonAsync(Task writing)
    {
        try
        {
            await writing;
        }
        catch (OperationCanceledException)
        {
            // Stopped because the import failed: the import's own error is the reason.
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It goes on to the pipe's reader and the caller.")]
    private async Task WriteAsync(OfflineRecipe recipe, IReadOnlyList<string> packages, PipeWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            await new RootFileSystem(runner).WriteAsync(recipe, packages, writer.AsStream(leaveOpen: true), cancellationToken);
            await writer.CompleteAsync();
        }
        catch (Exception exception)
        {
            // The reader throws it, which breaks the request off: an orderly end would make an image of half a tar.
            await writer.CompleteAsync(exception);
            throw;
        }
    }
}
