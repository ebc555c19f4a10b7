namespace Attune.Archives.Tests.Registries;

/// <summary>A test that needs a real registry; it skips with a reason when the program isn't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RegistryFactAttribute : FactAttribute
{
    public RegistryFactAttribute()
    {
        Timeout = 60_000;
        if (OwnRegistry.Program is null)
            Skip = "needs the program docker-registry: apt-get install docker-registry";
    }
}
