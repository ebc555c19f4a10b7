namespace Attune.Engines.BaseImages;

/// <summary>A program to run.</summary>
/// <param name="Name">Its name on the path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingDirectory">Where it runs.</param>
public sealed record ProgramCall(string Name, IReadOnlyList<string> Arguments, string WorkingDirectory);

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record ProgramResult(int ExitCode, string Output, string Errors);

/// <summary>Runs programs of the machine.</summary>
public interface IPrograms
{
    /// <summary>Runs a program to its end; cancelling kills it with everything that it started.</summary>
    /// <returns>Its result, or null when the machine has no such program.</returns>
    Task<ProgramResult?> RunAsync(ProgramCall call, CancellationToken cancellationToken);

    /// <summary>Runs a program and hands its standard output on as it comes; cancelling kills it with everything that it started.</summary>
    /// <returns>Its result (without output), or null when the machine has no such program.</returns>
    Task<ProgramResult?> StreamAsync(ProgramCall call, Func<Stream, CancellationToken, Task> consume, CancellationToken cancellationToken);
}
