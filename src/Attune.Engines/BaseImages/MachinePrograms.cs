using System.ComponentModel;
using System.Diagnostics;

namespace Attune.Engines.BaseImages;

/// <summary>Runs programs as processes of this machine.</summary>
public sealed class MachinePrograms : IPrograms
{
    /// <inheritdoc/>
    public async Task<ProgramResult?> RunAsync(ProgramCall call, CancellationToken cancellationToken)
    {
        var output = "";
        var result = await StreamAsync(call, Read, cancellationToken);
        return result is null ? null : result with { Output = output };

        async Task Read(Stream stream, CancellationToken token)
        {
            using var reader = new StreamReader(stream);
            output = await reader.ReadToEndAsync(token);
        }
    }

    /// <inheritdoc/>
    public async Task<ProgramResult?> StreamAsync(
        ProgramCall call, Func<Stream, CancellationToken, Task> consume, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(call);
        if (process is null)
            return null;
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await consume(process.StandardOutput.BaseStream, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new ProgramResult(process.ExitCode, "", await errors);
        }
        finally
        {
            await EndAsync(process);
        }
    }

    private static Process? Start(ProgramCall call)
    {
        var start = new ProcessStartInfo(call.Name, call.Arguments)
        {
            WorkingDirectory = call.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Output is read by us, so it has to be in the one language that we know.
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task EndAsync(Process process)
    {
        if (process.HasExited)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }
}
