namespace Attune.Hazards.Tools;

/// <summary>What writes to a cache mount, as far as it is known.</summary>
/// <param name="Tool">The tool; null when none is recognised.</param>
/// <param name="Directory">Which of its directories is mounted.</param>
internal sealed record ToolUse(Tool? Tool, CacheDirectory? Directory)
{
    public static ToolUse None { get; } = new(null, null);

    /// <summary>The word by which this step is an exception from what is known of the directory; null when it isn't.</summary>
    public string? Exception { get; init; }

    /// <summary>Whether the tool leaves the directory as it is.</summary>
    public bool IsUnwritten { get; init; }

    public Safety Safety => Exception is null ? Directory?.Safety ?? Safety.Unknown : Safety.Safe;

    /// <summary>Why it is safe or not, as a clause.</summary>
    public string Because => Directory is null ? "no tool is recognised that would lock it" : Exception is null ? $"{Tool!.Name} {Directory.Because}" : $"{Tool!.Name} is safe there with {Exception}";

    /// <summary>The name of tool and directory, or null.</summary>
    public string? Describe() => Directory is null ? null : $"{Tool!.Name}'s {Directory.What}";
}
