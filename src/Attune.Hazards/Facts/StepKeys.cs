using System.Collections.Concurrent;

namespace Attune.Hazards.Facts;

/// <summary>The keys of steps: one and the same for steps that BuildKit recognises as the same one, and so runs once.</summary>
internal sealed class StepKeys
{
    private readonly ConcurrentDictionary<Successor, StepKey> _keys = new();

    public StepKey Start(string text) => Find(new(null, text, null));

    /// <summary>The key of something that depends on a step and on a text.</summary>
    public StepKey After(StepKey before, string text) => Find(new(before, text, null));

    /// <summary>The key of something that depends on two steps.</summary>
    public StepKey After(StepKey before, StepKey other) => Find(new(before, "", other));

    private StepKey Find(Successor successor) => _keys.GetOrAdd(successor, _ => new());

    private sealed record Successor(StepKey? Before, string Text, StepKey? Other);
}

/// <summary>The key of a step: itself and nothing else.</summary>
internal sealed class StepKey;
