using Xunit;

namespace Attune.Testing;

/// <summary>A test that needs a real Docker Engine; it skips with a reason when <see cref="TestEngine.Variable"/> names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute()
    {
        Timeout = 180_000;
        if (TestEngine.Address is null)
            Skip = $"needs a Docker Engine: set {TestEngine.Variable}=unix:///var/run/docker.sock";
    }
}
