using System.Collections.Immutable;
using Attune.Dockerfiles.Resolution;

namespace Attune.Dockerfiles.Tests.Recorded;

/// <summary>A Dockerfile and what an engine made of it.</summary>
public sealed record RecordedCase(string Name, string Dockerfile, bool Accepted)
{
    public ImmutableDictionary<string, string> Arguments { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the engine knew: the arguments, and that <c>base:1</c> sets nothing that the cases use.</summary>
    public BuildInputs Inputs => new()
    {
        BuildArguments = Arguments,
        BaseImages = ImmutableDictionary<string, ImageSettings>.Empty.Add("base:1", new(ImmutableDictionary<string, string>.Empty, "/imagewd")),
    };

    public override string ToString() => Name;
}
