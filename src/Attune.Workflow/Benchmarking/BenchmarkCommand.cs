using System.Collections.Immutable;
using System.Globalization;
using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Results;
using Attune.Builds;
using Attune.Engines.Finding;
using Attune.Engines.Processes;
using Attune.Projects;
using Attune.RaceLab.Contenders;
using Attune.RaceLab.Trials;
using Attune.Reports.Progress;
using Attune.Source;
using Attune.Strategies;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Projects;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Benchmarking;

/// <summary>Measures strategies, and the peers that are there, against each other.</summary>
internal sealed class BenchmarkCommand(WorkflowSettings settings, WorkflowHost host, ProjectAccess project)
{
    private readonly string _state = settings.StateDirectory;

    /// <param name="connection">The engine.</param>
    /// <param name="baseImageArgs">The arguments that name base images made on this machine.</param>
    /// <param name="cancellationToken">Ends every build; nothing of the benchmark's stays on the engine.</param>
    public async Task<WorkSummary> RunAsync(
        EngineConnection connection, ImmutableDictionary<string, string> baseImageArgs, CancellationToken cancellationToken)
    {
        if (settings.Benchmark.Runs < 1)
            throw new UserErrorException($"--runs is {settings.Benchmark.Runs}", "Give it 1 or more.", FaultKind.Usage);
        var scenarios = BenchmarkCourse.ScenariosOf(settings.Benchmark.Scenarios);
        var engine = await connection.BuildEngineAsync(cancellationToken);
        var request = project.Request.On(connection.Engine);
        var args = baseImageArgs.SetItems(request.ExtraArgs);
        await using var laboratory = new Laboratory(engine, host.Time);
        var packages = await PrepareAsync(laboratory, project.BuildPlanOf(request with { ExtraArgs = args }), cancellationToken);
        if (packages is not null)
            args = args.SetItem(ProjectDockerfile.ImageArgument, laboratory.Image);
        var subject = Subject(engine, request with { ExtraArgs = args });
        var commands = new CommandLines(Path.Combine(settings.RootDirectory, OperatingSystem.IsWindows() ? "build.cmd" : "build.sh"), connection.Engine.Endpoint.ToString());
        var peers = new Peers(new ProcessRunner(), commands, settings.RootDirectory);
        var contenders = await peers.ChooseAsync(settings.Benchmark.Compare, subject.CompileOnce is not null, cancellationToken);
        var course = new BenchmarkCourse(contenders, scenarios);
        var setting = new BenchmarkSetting(host.Time.GetUtcNow(), MachineDescription.Of(connection.Engine, host.Files), connection.Engine.EngineVersion)
        {
            Peers = [.. peers.Versions],
            Packages = packages,
        };
        var publication = new Publication(settings, host);
        var comparison = new Comparison(new ProcessRunner(), commands, host.Time);
        var samples = new List<Sample>();
        for (var round = 1; round <= settings.Benchmark.Runs; round++)
            await new BenchmarkRound(subject, comparison, host, Path.Combine(_state, "benchmark")).RunAsync(course, round, Take, cancellationToken);
        host.Console.Announce($"Wrote {publication.Page}, with a chart and JSON beside it");
        return Publication.Summary(Result());

        BenchmarkResult Result() => new(setting with { Rounds = samples.Max(s => s.Round) }, contenders, subject.Plan.Services.Length, [.. samples]);

        // Written at once: an interrupted benchmark keeps what it measured.
        void Take(Sample sample)
        {
            samples.Add(sample);
            publication.Write(Result());
            host.Console.Announce(string.Create(
                CultureInfo.InvariantCulture, $"Round {sample.Round}, {sample.Scenario}, {sample.Contender}: {sample.Seconds:0.0} s{(sample.Error is null ? "" : $", services failed: {sample.Failures}")}"));
        }
    }

    // Crates that are vendored in an image are read in place; packed, cargo unpacks them as it does those of a registry.
    private async Task<string?> PrepareAsync(Laboratory laboratory, BuildPlan plan, CancellationToken cancellationToken)
    {
        var image = plan.Services.SelectMany(s => s.Args).FirstOrDefault(a => a.Name == ProjectDockerfile.ImageArgument)?.Value;
        if (image is null)
            return null;
        var folder = new BenchFolder(Path.Combine(_state, "race-lab"));
        await using var sink = BuildSinks.Create(settings.Output.Progress, host.Console.Output, host.Time, host.Console.Terminal, host.Console.Size);
        var cargo = await laboratory.PrepareAsync(folder.Image(laboratory.Image, image, BenchWork.Build), sink, cancellationToken);
        return $"{cargo}; crates of {image} from a local registry, which cargo unpacks as those of crates.io";
    }

    private BenchmarkSubject Subject(BuildEngine engine, PlanRequest request)
    {
        var plan = project.BuildPlanOf(request);
        // The other contenders build from the Dockerfile whose mounts are to be compared, even where the project itself compiles once.
        if (CompileOnceDockerfile.FindOriginal(plan.Project, host.Files) is { } original)
            plan = BuildPlan.Of(DockerfileReplacement.Replace(plan.Project, original), request, host.Files);
        var compileOnce = CompileOnceDockerfile.Find(plan.Project, host.Files) is { } path
            ? BuildPlan.Of(DockerfileReplacement.Replace(plan.Project, path), request, host.Files)
            : null;
        return new(OnNetwork(plan, engine.Engine), compileOnce, engine);
    }

    // An engine without a bridge runs steps on the host's network only; the peers have to be told.
    private static BuildPlan OnNetwork(BuildPlan plan, EngineInfo engine) => engine.DefaultRunNetwork != RunNetwork.Host
        ? plan
        : plan with { Services = [.. plan.Services.Select(s => s with { Section = s.Section with { Network = s.Section.Network ?? "host" } })] };
}
