namespace Attune.Hazards.Tools;

/// <summary>What writes to a cache mount, as far as it is known.</summary>
/// <param name="Tool">The tool; null when none is recognised.</param>
/// <param name="Directory">Which of its directories is mounted.</param>
internal sealed record ToolUse(Tool? Tool, CacheDirectory? Directory)
{
    public static ToolUse None { get; } = new(null, null);

    public Safety Safety => Directory?.Safety ?? Safety.Unknown;

    /// <summary>Why it is safe or not, as a clause.</summary>
    public string Because => Directory is null ? "no tool is recognised that would lock it" : $"{Tool!.Name} {Directory.Because}";

    /// <summary>The name of tool and directory, or null.</summary>
    public string? Describe() => Directory is null ? null : $"{Tool!.Name}'s {Directory.What}";
}
