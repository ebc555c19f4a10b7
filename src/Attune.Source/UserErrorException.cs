namespace Attune.Source;

/// <summary>Who has to change something for the next run to work; decides the exit code.</summary>
public enum FaultKind
{
    /// <summary>The command was used wrongly (exit code 2).</summary>
    Usage,

    /// <summary>The work itself failed (exit code 1).</summary>
    Work,
}

/// <summary>A failure that is fully explained by its message: shown without a stack trace.</summary>
public class UserErrorException : Exception
{
    /// <summary>Reports a failure that needs no stack trace.</summary>
    /// <param name="message">What happened and to what.</param>
    /// <param name="advice">What to do.</param>
    /// <param name="kind">Whether the command was used wrongly or the work failed.</param>
    /// <param name="inner">The cause, for the log file.</param>
    public UserErrorException(string message, string? advice = null, FaultKind kind = FaultKind.Work, Exception? inner = null)
        : base(message, inner)
    {
        Advice = advice;
        Kind = kind;
    }

    /// <summary>What to do.</summary>
    public string? Advice { get; }

    /// <summary>Whether the command was used wrongly or the work failed.</summary>
    public FaultKind Kind { get; }
}
