namespace Attune.Workflow;

/// <summary>What a target has to say in NUKE's summary table.</summary>
/// <param name="Facts">Short names and values, in order.</param>
public sealed record WorkSummary(IReadOnlyList<KeyValuePair<string, string>> Facts)
{
    /// <summary>Nothing to say.</summary>
    public static WorkSummary None { get; } = new([]);

    internal static WorkSummary Of(params IEnumerable<(string Name, string Value)> facts) => new([.. facts.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
}
