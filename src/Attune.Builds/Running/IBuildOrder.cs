namespace Attune.Builds.Running;

/// <summary>Decides which service starts next. Asked whenever another solve may start; from one thread.</summary>
public interface IBuildOrder
{
    /// <summary>One of the services that are ready, or null to start none before a running one has ended. Null counts only while one is running.</summary>
    string? Next(BuildFrontier frontier);
}

/// <summary>How far a build is, between two starts.</summary>
/// <param name="Ready">The services that may start, in compose order; never empty.</param>
/// <param name="Running">The services whose solves are under way.</param>
public sealed record BuildFrontier(IReadOnlyList<string> Ready, IReadOnlyList<string> Running);

/// <summary>The order of the compose file.</summary>
public sealed class ComposeOrder : IBuildOrder
{
    /// <summary>The only one needed: it keeps no state.</summary>
    public static ComposeOrder Instance { get; } = new();

    /// <inheritdoc/>
    public string? Next(BuildFrontier frontier) => frontier?.Ready[0];
}
