using Xunit;

namespace Attune.Testing;

/// <summary>The theory form of <see cref="EngineFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineTheoryAttribute : TheoryAttribute
{
    public EngineTheoryAttribute()
    {
        Timeout = 180_000;
        if (TestEngine.Address is null)
            Skip = $"needs a Docker Engine: set {TestEngine.Variable}=unix:///var/run/docker.sock";
    }
}
