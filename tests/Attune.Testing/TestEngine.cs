namespace Attune.Testing;

/// <summary>The Docker Engine that integration tests may use, named by <c>ATTUNE_TEST_ENGINE</c> (<c>unix:///path/to/docker.sock</c>).</summary>
public static class TestEngine
{
    public const string Variable = "ATTUNE_TEST_ENGINE";

    /// <summary>The engine's address, or null when none was given.</summary>
    public static string? Address => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? address : null;

    /// <summary>The path of the engine's socket.</summary>
    public static string Socket => Address is { } address && address.StartsWith("unix://", StringComparison.Ordinal)
        ? address["unix://".Length..]
        : throw new InvalidOperationException($"{Variable} must be unix:///path/to/docker.sock, but is '{Address}'");
}
