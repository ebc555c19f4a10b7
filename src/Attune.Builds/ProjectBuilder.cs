using System.Globalization;
using Attune.BuildKit;
using Attune.BuildKit.Session.Auth;
using Attune.Builds.Events;
using Attune.Builds.Recovering;
using Attune.Builds.Running;
using Attune.Builds.Solving;
using Attune.Engines.Docker;
using Attune.Engines.Finding;
using Attune.Projects;

namespace Attune.Builds;

/// <summary>An engine with what building on it needs.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Client">A connection to its BuildKit.</param>
/// <param name="Images">Its images; null for a buildkitd, which keeps none.</param>
public sealed record BuildEngine(EngineInfo Engine, BuildKitClient Client, IDockerImages? Images)
{
    /// <summary>Log-ins to registries; null uses all of them anonymously.</summary>
    public IRegistryCredentials? Credentials { get; init; }

    /// <summary>What tells this machine from others that use the engine, such as the content of <c>/etc/machine-id</c>.</summary>
    public required string Machine { get; init; }
}

/// <summary>Builds the services of a plan on an engine.</summary>
/// <param name="engine">The engine.</param>
/// <param name="clock">The clock that stamps the events.</param>
public sealed class ProjectBuilder(BuildEngine engine, TimeProvider clock)
{
    /// <summary>What finds and mends the causes of failures that aren't the build's own; null lets every failure stand.</summary>
    public IFailureRecovery? Recovery { get; init; }

    /// <summary>Builds every service of the plan; a failed one is part of the result.</summary>
    /// <param name="plan">What.</param>
    /// <param name="options">How each.</param>
    /// <param name="policy">How beside each other.</param>
    /// <param name="sink">Told what happens.</param>
    /// <param name="cancellationToken">Ends every solve on the engine; the result then says which were cancelled.</param>
    /// <exception cref="Source.UserErrorException">Services are built from each other's images in a circle.</exception>
    public async Task<BuildResult> BuildAsync(
        BuildPlan plan, BuildOptions options, RunPolicy policy, IBuildSink sink, CancellationToken cancellationToken)
    {
        var context = new SolveContext(plan, engine.Engine, options)
        {
            Client = engine.Client,
            Images = engine.Images,
            Credentials = engine.Credentials,
            Clock = clock,
            Machine = engine.Machine,
            RunId = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture),
        };
#pragma warning disable CA2000 // Dispose objects before losing scope: the sink inside belongs to the caller.
        var ordered = new OrderedSink(sink);
#pragma warning restore CA2000
        await using var sessions = new SessionPool(context, ordered.Publish);
        var names = plan.Services.Select(s => s.Name).ToHashSet();
        var jobs = plan.Services.Select(s => new BuildJob(s.Name, [.. s.SourceServices.Where(names.Contains)])).ToList();
        IServiceSolver solver = new ServiceSolver(context, sessions);
        if (Recovery is { } recovery)
            solver = new RecoveringSolver(solver, recovery, clock);
        return await new BuildRunner(solver, ordered, clock).RunAsync(jobs, policy, cancellationToken);
    }
}
