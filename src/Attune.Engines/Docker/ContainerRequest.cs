namespace Attune.Engines.Docker;

/// <summary>A command to run in a new container.</summary>
/// <param name="Image">The image's name or id.</param>
/// <param name="Command">What to run; empty for what the image runs by itself.</param>
/// <param name="TimeLimit">How long it may take.</param>
public sealed record ContainerRequest(string Image, IReadOnlyList<string> Command, TimeSpan TimeLimit)
{
    /// <summary>Whether the image's entry point runs the command.</summary>
    public EntryPointPolicy EntryPoint { get; init; }

    /// <summary>The container's network.</summary>
    public ContainerNetwork Network { get; init; }

    /// <summary>Environment variables on top of the image's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

/// <summary>What becomes of an image's entry point.</summary>
public enum EntryPointPolicy
{
    /// <summary>It runs the command, if the image has one.</summary>
    Keep,

    /// <summary>It is left out: the command itself runs.</summary>
    Replace,
}

/// <summary>The network of a container.</summary>
public enum ContainerNetwork
{
    /// <summary>A loopback interface and nothing else.</summary>
    None,

    /// <summary>The engine's host's.</summary>
    Host,
}

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">The last thousand lines of its standard output.</param>
/// <param name="Errors">The last thousand lines of its standard error.</param>
public sealed record ContainerResult(long ExitCode, string Output, string Errors);
