namespace Attune.Source;

/// <summary>A fault in what the user wrote: says what happened, where, and what to do.</summary>
public sealed class LocatedException : Exception
{
    /// <summary>Reports a fault at a place in a file.</summary>
    /// <param name="message">What is wrong, one sentence.</param>
    /// <param name="location">Where.</param>
    /// <param name="advice">What to do about it, if there is more to say than the message does.</param>
    public LocatedException(string message, SourceLocation location, string? advice = null)
        : base(message)
    {
        Location = location;
        Advice = advice;
    }

    /// <summary>Where the fault is.</summary>
    public SourceLocation Location { get; }

    /// <summary>What to do about it.</summary>
    public string? Advice { get; }

    /// <summary>The whole message: <c>file:line:column: message</c>, the source line with carets, the advice.</summary>
    public string Describe() =>
        $"{Location}: {Message}\n{Location.Excerpt()}" + (Advice is null ? "" : $"\n  {Advice}");
}
