using System.Collections.Immutable;

namespace Attune.Dockerfiles.Tests.Recorded;

/// <summary>A Dockerfile and what an engine made of it.</summary>
public sealed record RecordedCase(string Name, string Dockerfile, bool Accepted)
{
    public ImmutableDictionary<string, string> Arguments { get; init; } = ImmutableDictionary<string, string>.Empty;

    public override string ToString() => Name;
}
