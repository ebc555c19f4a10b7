using Attune.Source;

namespace Attune.Hazards.Suppression;

/// <summary>A suppression that does nothing, or not what it seems to.</summary>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Advice">What to do.</param>
public sealed record SuppressionFault(string Message, string Advice)
{
    /// <summary>The comment; null when it is no comment.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Place, message, source line and advice.</summary>
    public string Describe() => Location is { } location ? new LocatedException(Message, location, Advice).Describe() : $"{Message}. {Advice}";
}
