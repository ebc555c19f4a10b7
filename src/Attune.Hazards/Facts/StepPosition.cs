using System.Collections.Immutable;

namespace Attune.Hazards.Facts;

/// <summary>How far a stage has come at some instruction.</summary>
/// <param name="Keys">Where its key comes from.</param>
/// <param name="Key">The same for steps that BuildKit recognises as the same one, and so runs once.</param>
/// <param name="Stages">The stages of this build that are finished by then.</param>
/// <param name="Services">The services whose images are finished by then.</param>
internal sealed record StepPosition(StepKeys Keys, StepKey Key, ImmutableHashSet<int> Stages, ImmutableHashSet<string> Services)
{
    public static StepPosition Start(StepKeys keys, string text) => new(keys, keys.Start(text), [], []);

    /// <summary>The position after something that depends on this one and on a text.</summary>
    public StepPosition Then(string text) => this with { Key = Keys.After(Key, text) };

    /// <summary>The position after something that depends on this one and on another step.</summary>
    public StepPosition Then(StepKey other) => this with { Key = Keys.After(Key, other) };

    /// <summary>The position once another stage is finished as well.</summary>
    public StepPosition After(int stage, StepPosition end) => this with
    {
        Stages = Stages.Union(end.Stages).Add(stage),
        Services = Services.Union(end.Services),
    };
}
