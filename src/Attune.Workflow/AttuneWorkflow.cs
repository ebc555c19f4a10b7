using System.Collections.Immutable;
using System.Globalization;
using Attune.Engines.Embedded;
using Attune.Projects;
using Attune.Reports.Tables;
using Attune.Strategies;
using Attune.Strategies.Phases;
using Attune.Workflow.Benchmarking;
using Attune.Workflow.Building;
using Attune.Workflow.Caches;
using Attune.Workflow.Checks;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Failures;
using Attune.Workflow.Projects;
using Attune.Workflow.Races;
using Attune.Workflow.Reporting;
using Attune.Workflow.Schedules;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow;

/// <summary>
/// What each target of the build does. Every method ends with a summary, or throws <see cref="WorkflowFailedException"/>, whose message is all
/// that a user needs. Ctrl-C and SIGTERM end a method within seconds and leave nothing running.
/// </summary>
public sealed class AttuneWorkflow : IAsyncDisposable
{
    private readonly WorkflowSettings _settings;
    private readonly WorkflowHost _host;
    private readonly ProjectAccess _project;
    private readonly CheckoutEngine _engine;
    private readonly BuildCommand _build;
    private readonly ReportOutput _output;
    private readonly EarlyConnection _early;
    private EngineConnection? _connection;
    private ImmutableArray<EngineConnection> _others = [];

    /// <summary>Prepares; reads and connects to nothing.</summary>
    public AttuneWorkflow(WorkflowSettings settings, WorkflowHost host)
    {
        (_settings, _host) = (settings, host);
        _project = new(settings, host);
        _engine = new(settings.RootDirectory, settings.Engine, host);
        _build = new(settings, host, _project);
        _output = new(settings.Output, host);
        _early = new(_engine.FindAsync, host);
    }

    /// <summary>Looks for an engine in the background: for a run whose later targets need one. Starts none.</summary>
    public void ExpectEngine() => _early.Begin();

    /// <summary>Lets <see cref="VerifyLockedMountsAsync"/> check what the run builds, whichever Dockerfile and strategy it is built with.</summary>
    public void ExpectBuild() => _project.Verified = VerifiedPlan.Build;

    /// <summary>Finds an engine, or starts the embedded one.</summary>
    public Task<WorkSummary> StartEngineAsync() => Run(async token =>
    {
        var engine = (await ConnectAsync(token)).Engine;
        return WorkSummary.Of(("Engine", engine.EngineVersion), ("At", engine.Endpoint.ToString()), ("From", engine.Source));
    });

    /// <summary>Stops the embedded engine; never another one.</summary>
    public Task<WorkSummary> StopEngineAsync() => Run(async token =>
    {
        await DisconnectAsync();
        var outcome = await _engine.StopAsync(token);
        return WorkSummary.Of(("Embedded engine", outcome == StopOutcome.Stopped ? "stopped" : "was not running"));
    });

    /// <summary>The address of an engine that tests may use: that of <c>ATTUNE_TEST_ENGINE</c>, or of the engine in use; null, with a warning, without one.</summary>
    public async Task<string?> TestEngineAsync()
    {
        if (_host.Variables.GetValueOrDefault("ATTUNE_TEST_ENGINE") is { Length: > 0 } given)
            return given;
        try
        {
            string? address = null;
            await Run(async token =>
            {
                address = (await ConnectAsync(token)).Engine.Endpoint.ToString();
                return WorkSummary.None;
            });
            return address;
        }
        catch (WorkflowFailedException e) when (e.ExitCode == ExitCodes.WorkFailed)
        {
            _host.Console.Warn($"Tests that need an engine are skipped. {e.Message}");
            return null;
        }
    }

    /// <summary>Describes the engine in use.</summary>
    public Task<WorkSummary> EngineInfoAsync() => Run(async token =>
    {
        var engine = (await ConnectAsync(token)).Engine;
        _output.Write(FactList.Render(EngineFacts.Of(engine)));
        return WorkSummary.Of(("Engine", engine.EngineVersion));
    });

    /// <summary>Reports the hazards of a project's cache mounts, and refuses it if builds would break each other.</summary>
    public Task<WorkSummary> VerifyLockedMountsAsync() => Run(async token =>
    {
        await LookForEngineAsync(token);
        return new VerifyCommand(_project, _host, _output).Run(_settings);
    });

    /// <summary>Makes the fixes of what <see cref="VerifyLockedMountsAsync"/> finds in the Dockerfiles, or shows them.</summary>
    public Task<WorkSummary> FixLockedMountsAsync() => Run(async token =>
    {
        await LookForEngineAsync(token);
        return new FixCommand(_project, _host, _output).Run(_settings);
    });

    /// <summary>Prints the page of the rule of <c>--rule</c>, or the list of rules.</summary>
    public Task<WorkSummary> ExplainRuleAsync() => Run(_ => Task.FromResult(ExplainCommand.Run(_settings.Check.Rule, _output)));

    /// <summary>Shows what would be built.</summary>
    public Task<WorkSummary> ShowPlanAsync() => Run(async token => _settings.Check.View == PlanView.Schedule
        ? await new ScheduleCommand(_settings, _host, _project, _output).RunAsync(() => _engine.FindAsync(token), Phases, token)
        : PlanCommand.Run(_project, _settings, _output, new(_host)));

    /// <summary>Makes sure that the project's base images can be had.</summary>
    public Task<WorkSummary> PrepareBaseImagesAsync() => Run(async token =>
    {
        var connection = await ConnectAsync(token);
        _build.BaseImageArgs = await new BaseImageCommand(_settings, _host, _project).EnsureAsync(connection, token);
        return WorkSummary.Of(("Offline", _build.BaseImageArgs.Count.ToString(CultureInfo.InvariantCulture)));
    });

    /// <summary>Fills the caches, in the way of <c>--warm</c>.</summary>
    public Task<WorkSummary> CacheWarmAsync() => BuildAsync(plan => StrategyPhases.Warm(plan, Warming));

    /// <summary>Builds all services in the way of <c>--strategy</c>.</summary>
    public Task<WorkSummary> BuildAllAsync() => BuildAsync(Phases);

    /// <summary>Builds all services one after the other, in compose order.</summary>
    public Task<WorkSummary> BuildSequentialAsync() => BuildAsync(plan => StrategyPhases.Of(BuildStrategy.NoParallel, plan, Warming));

    /// <summary>Builds the service of <c>--service</c>.</summary>
    public Task<WorkSummary> BuildServiceAsync() => BuildAsync(plan => [new(plan.Only(_settings.Build.Service ?? throw ServiceMissing(plan)))]);

    /// <summary>Lets builds race for cargo's caches on purpose, and counts the failures.</summary>
    public Task<WorkSummary> RaceLabAsync() => Run(async token =>
        await new RaceLabCommand(_settings, _host, _project, _output).RunAsync(await ConnectAsync(token), _build.BaseImageArgs, token));

    /// <summary>Measures strategies, and the peers that are there, against each other.</summary>
    public Task<WorkSummary> BenchmarkAsync() => Run(async token =>
        await new BenchmarkCommand(_settings, _host, _project).RunAsync(await ConnectAsync(token), _build.BaseImageArgs, token));

    /// <summary>Says from cargo's timings what a first build takes by each strategy on more cores.</summary>
    public Task<WorkSummary> SimulateCoresAsync() => Run(_ => Task.FromResult(new CoresCommand(_settings, _host, _output).Run()));

    /// <summary>Recreates the container of <c>--service</c> from its image.</summary>
    public Task<WorkSummary> UpAsync() => Run(async token =>
    {
        var service = _settings.Build.Service ?? throw ServiceMissing(_project.Plan(_project.Request));
        await UpCommand.RunAsync(await ConnectAsync(token), _project.Project, service, _host, token);
        return WorkSummary.Of(("Service", service));
    });

    /// <summary>Shows the cache mounts that the engine keeps, or what lies inside those of <c>--inspect</c>.</summary>
    public Task<WorkSummary> CacheReportAsync() => Run(async token =>
    {
        var connection = await ConnectAsync(token);
        if (_settings.Cache.Inspect is not { } name)
            return await CacheReportCommand.RunAsync(Caches(connection), _settings.Output.Format, _output, _host.Time, token);
        var plan = await _build.VisitPlanAsync(connection, token);
        return await new InspectCommand(connection, _host, _output).RunAsync(Caches(connection), plan, new(name, _settings.Output.Format), token);
    });

    /// <summary>Removes build cache records, or what is incomplete inside cache mounts.</summary>
    public Task<WorkSummary> PruneCacheAsync() => Run(async token =>
    {
        var connection = await ConnectAsync(token);
        if (_settings.Prune.Extent == PruneExtent.Incomplete)
            return await new SweepCommand(connection, _output).RunAsync(Caches(connection), await _build.VisitPlanAsync(connection, token), _settings.Prune, token);
        return await new PruneCommand(connection, _host, _output).RunAsync(Caches(connection), _settings.Prune, token);
    });

    /// <summary>Saves the project's cache mounts to a store of archives.</summary>
    public Task<WorkSummary> CacheSaveAsync() => Run(async token =>
        await new SaveCommand(await ArchivesAsync(token), _settings.Archive, _host, _output).RunAsync(token));

    /// <summary>Restores the project's cache mounts from a store of archives.</summary>
    public Task<WorkSummary> CacheRestoreAsync() => Run(async token => await new RestoreCommand(await ArchivesAsync(token), _host, _output).RunAsync(token));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _early.DisposeAsync();
        await DisconnectAsync();
    }

    private Warming Warming =>
        new(_settings.Build.Warm, _settings.Build.WarmService, _host.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture));

    private ImmutableArray<BuildPhase> Phases(BuildPlan plan) => StrategyPhases.Of(_settings.Build.Strategy, plan, Warming);

    private Task<WorkSummary> BuildAsync(Func<BuildPlan, ImmutableArray<BuildPhase>> phases) =>
        Run(async token => await _build.RunAsync(await ConnectAllAsync(token), phases, token));

    private async Task<ArchiveContext> ArchivesAsync(CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken);
        var request = _project.Request.On(connection.Engine);
        var plan = _project.Plan(request with { ExtraArgs = _build.BaseImageArgs.SetItems(request.ExtraArgs) });
        return await ArchiveContext.OpenAsync(Caches(connection), connection, _settings, plan, cancellationToken);
    }

    private ProjectCaches Caches(EngineConnection connection) => new(connection, _settings, _host, _project);

    /// <summary>Takes note of the engine in use, for what depends on it; starts none and needs none.</summary>
    private async Task LookForEngineAsync(CancellationToken cancellationToken)
    {
        _connection ??= await _early.TakeAsync(cancellationToken);
        _project.Engine = _connection?.Engine ?? await _engine.FindQuietlyAsync(cancellationToken);
    }

    private async Task<EngineConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        _connection ??= await _early.TakeAsync(cancellationToken);
        return _connection ??= new(await _engine.EnsureAsync(cancellationToken), _host);
    }

    private async Task<ImmutableArray<EngineConnection>> ConnectAllAsync(CancellationToken cancellationToken)
    {
        var first = await ConnectAsync(cancellationToken);
        foreach (var choice in _settings.OtherEngines.Skip(_others.Length))
            _others = _others.Add(new(await new CheckoutEngine(_settings.RootDirectory, choice, _host).EnsureAsync(cancellationToken), _host));
        return SeveralEngines.Distinct([first, .. _others]);
    }

    private async Task DisconnectAsync()
    {
        foreach (var other in _others)
            await other.DisposeAsync();
        _others = [];
        if (_connection is { } connection)
            await connection.DisposeAsync();
        _connection = null;
    }

    private static Source.UserErrorException ServiceMissing(BuildPlan plan) => new(
        "Which service?", $"Add --service, one of: {string.Join(", ", plan.Services.Select(s => s.Name))}", Source.FaultKind.Usage);

    private static async Task<WorkSummary> Run(Func<CancellationToken, Task<WorkSummary>> work)
    {
        using var interrupts = new Interrupts();
        try
        {
            return await work(interrupts.Token);
        }
        catch (Exception e) when (e is not WorkflowFailedException)
        {
            throw ExitCodes.Translate(interrupts.Token.IsCancellationRequested ? new OperationCanceledException() : e);
        }
    }
}
