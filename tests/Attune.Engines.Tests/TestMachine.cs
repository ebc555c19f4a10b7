using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Engines.Tests;

/// <summary>This machine as the product would see it, without the variables that choose an engine.</summary>
internal static class TestMachine
{
    public static EngineSurroundings Surroundings { get; } = new(
        new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" }, "/nonexistent", HostSystem.Linux, new DiskSourceFiles())
    {
        Privilege = HostPrivilege.Root,
    };
}
