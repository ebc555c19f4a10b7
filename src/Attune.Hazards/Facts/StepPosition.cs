using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Attune.Hazards.Facts;

/// <summary>How far a stage has come at some instruction.</summary>
/// <param name="Key">Equal for steps that BuildKit recognises as the same one, and so runs once.</param>
/// <param name="Stages">The stages of this build that are finished by then.</param>
/// <param name="Services">The services whose images are finished by then.</param>
internal sealed record StepPosition(string Key, ImmutableHashSet<int> Stages, ImmutableHashSet<string> Services)
{
    public static StepPosition Start(string key) => new(Hash(key), [], []);

    /// <summary>The position after something that depends on this one, and on others.</summary>
    public StepPosition Then(string text) => this with { Key = Hash(Key + "\n" + text) };

    /// <summary>The position once another stage is finished as well.</summary>
    public StepPosition After(int stage, StepPosition end) => this with
    {
        Stages = Stages.Union(end.Stages).Add(stage),
        Services = Services.Union(end.Services),
    };

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
