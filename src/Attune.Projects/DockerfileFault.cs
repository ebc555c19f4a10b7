using Attune.Source;

namespace Attune.Projects;

/// <summary>Why a Dockerfile is left out of a plan.</summary>
/// <param name="Path">The Dockerfile, as messages show it.</param>
/// <param name="Message">What is wrong.</param>
public sealed record DockerfileFault(string Path, string Message)
{
    /// <summary>Where, when it is in the text.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What to do.</summary>
    public string? Advice { get; init; }

    /// <summary>The whole message, as that of a <see cref="LocatedException"/>.</summary>
    public string Describe() => Location is { } location
        ? new LocatedException(Message, location, Advice).Describe()
        : $"{Path}: {Message}" + (Advice is null ? "" : $"\n  {Advice}");

    internal static DockerfileFault Of(string path, Exception cause) => cause switch
    {
        LocatedException located => new(path, located.Message) { Location = located.Location, Advice = located.Advice },
        UserErrorException error => new(path, error.Message) { Advice = error.Advice },
        _ => throw new ArgumentException("This is no fault of a Dockerfile.", nameof(cause), cause),
    };
}
