using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Attune.Source;

namespace Attune.Engines.Processes;

/// <summary>Runs programs with .NET's own process support.</summary>
public sealed class ProcessRunner : IProcessRunner
{
    /// <inheritdoc/>
    public async Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(request);
        // A program that asks questions must fail rather than wait for a person.
        process.StandardInput.Close();
        var output = request.OnOutput is null ? Read(process.StandardOutput, request.OnLine) : Task.FromResult("");
        var errors = Read(process.StandardError, request.OnLine);
        try
        {
            if (request.OnOutput is { } take)
                await take(process.StandardOutput.BaseStream, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            await EndAsync(process);
        }

        return new ProcessOutcome(process.ExitCode, await output.WaitAsync(cancellationToken), await errors.WaitAsync(cancellationToken));
    }

    private static async Task EndAsync(Process process)
    {
        if (process.HasExited)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static Process Start(ProcessRequest request)
    {
        var info = new ProcessStartInfo(request.FileName, request.Arguments)
        {
            WorkingDirectory = request.WorkingDirectory ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in request.Environment)
        {
            if (value is null)
                info.Environment.Remove(name);
            else
                info.Environment[name] = value;
        }

        try
        {
            return Process.Start(info) ?? throw new UserErrorException($"Can't start {request.FileName}");
        }
        catch (Win32Exception e)
        {
            throw new UserErrorException($"Can't start {request.FileName}: {e.Message}", $"Is {request.FileName} installed and on the PATH?", inner: e);
        }
    }

    private static async Task<string> Read(StreamReader reader, Action<string>? onLine)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            text.Append(line).Append('\n');
            onLine?.Invoke(line);
        }

        return text.ToString();
    }
}
