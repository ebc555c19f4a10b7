using System.Collections.Immutable;
using System.Globalization;
using Attune.Dockerfiles;
using Attune.Projects;
using Attune.RaceLab.Contenders;
using Attune.RaceLab.Measures;
using Attune.RaceLab.Trials;
using Attune.Reports.Progress;
using Attune.Source;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Projects;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Races;

/// <summary>Lets builds race on purpose, and says how often that fails.</summary>
internal sealed class RaceLabCommand(WorkflowSettings settings, WorkflowHost host, ProjectAccess project, ReportOutput output)
{
    private const string RustImage = "rust:1.90-slim-trixie";

    private readonly string _state = settings.StateDirectory;

    /// <param name="connection">The engine.</param>
    /// <param name="baseImageArgs">The arguments that name base images made on this machine.</param>
    /// <param name="cancellationToken">Ends every build; nothing of the lab's stays on the engine.</param>
    public async Task<WorkSummary> RunAsync(
        EngineConnection connection, ImmutableDictionary<string, string> baseImageArgs, CancellationToken cancellationToken)
    {
        var race = Checked(settings.Race);
        var engine = await connection.BuildEngineAsync(cancellationToken);
        if (engine.Images is null)
            throw new UserErrorException("The race lab needs a Docker Engine: a buildkitd keeps no images to start from", "Choose another one with --engine.");
        var request = project.Request.On(connection.Engine);
        var rustImage = request.ExtraArgs.GetValueOrDefault(ProjectDockerfile.ImageArgument)
            ?? baseImageArgs.GetValueOrDefault(ProjectDockerfile.ImageArgument, RustImage);
        var folder = new BenchFolder(Path.Combine(_state, "race-lab"));
        await using var laboratory = new Laboratory(engine, host.Time);
        string cargo;
        await using (var sink = BuildSinks.Create(settings.Output.Progress, host.Console.Output, host.Time, host.Console.Terminal, host.Console.Size))
            cargo = await laboratory.PrepareAsync(folder.Image(laboratory.Image, rustImage, race.Work), sink, cancellationToken);
        var tallies = new List<Tally>();
        foreach (var contender in Contenders(folder, laboratory.Image, args => project.BuildPlanOf(request with { ExtraArgs = baseImageArgs.SetItems(request.ExtraArgs).SetItems(args) })))
            tallies.Add(await TryAsync(laboratory, contender, cancellationToken));
        var result = new RaceLabResult(host.Time.GetUtcNow(), connection.Engine.EngineVersion, cargo, race.Work, [.. tallies]);
        Report(result);
        return WorkSummary.Of(tallies.Select(t => (t.Name, string.Create(CultureInfo.InvariantCulture, $"{t.Failures}/{t.Builds} failed"))));
    }

    private async Task<Tally> TryAsync(Laboratory laboratory, Contender contender, CancellationToken cancellationToken)
    {
        var outcomes = new List<TrialOutcome>();
        for (var trial = 1; trial <= settings.Race.Trials; trial++)
        {
            var outcome = await laboratory.TryAsync(contender, trial, cancellationToken);
            outcomes.Add(outcome);
            host.Console.Announce(string.Create(
                CultureInfo.InvariantCulture,
                $"{contender.Name}, trial {trial} of {settings.Race.Trials}: {outcome.Errors.Length} of {outcome.Builds} builds failed, {outcome.Duration.TotalSeconds:0.0} s"));
        }

        return new(contender.Name, contender.Description, [.. outcomes]);
    }

    private IEnumerable<Contender> Contenders(BenchFolder folder, string image, Func<ImmutableDictionary<string, string>, BuildPlan> plan) =>
        settings.Project.Dockerfiles is []
            ? MountLayout.All.Select(layout => folder.Contender(layout, image, settings.Race.ServicesCount))
            : settings.Project.Dockerfiles.Select(path => ProjectDockerfile.Contender(Read(path), plan));

    private DockerfileDocument Read(string path)
    {
        var full = Path.GetFullPath(path, host.CurrentDirectory);
        return host.Files.FileExists(full)
            ? DockerfileDocument.Parse(new(path, host.Files.ReadText(full)))
            : throw new UserErrorException($"The Dockerfile {full} doesn't exist", "Check --dockerfile.", FaultKind.Usage);
    }

    private void Report(RaceLabResult result)
    {
        var json = RaceLabJson.Render(result);
        // The lab's own layouts only: what others fail at says nothing about unlocked mounts in general.
        if (settings.Project.Dockerfiles is [])
            File.WriteAllText(Path.Combine(_state, "race-lab.json"), json + "\n");
        if (settings.Output.Format == ReportFormat.Json)
            output.Write(json);
        else
            output.Write(RaceLabText.Render(result, output.Width));
    }

    private RaceSettings Checked(RaceSettings race)
    {
        if (settings.Output.Format is not (ReportFormat.Text or ReportFormat.Json))
            throw new UserErrorException($"RaceLab has no format {settings.Output.Format}", "Use --format text or json.", FaultKind.Usage);
        if (race.ServicesCount < 2)
            throw new UserErrorException($"--services-count is {race.ServicesCount}", "Give it 2 or more: one alone doesn't race.", FaultKind.Usage);
        return race.Trials > 0 ? race : throw new UserErrorException($"--trials is {race.Trials}", "Give it 1 or more.", FaultKind.Usage);
    }
}
