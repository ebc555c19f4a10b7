using Attune.BuildKit;
using Attune.Engines.Finding;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.Docker;

/// <summary>Recreates a service from its new image through Docker Compose, which alone knows how its containers are to be.</summary>
public sealed class ComposeUp
{
    private static readonly string[][] _spellings = [["docker", "compose"], ["docker-compose"]];

    private readonly BuildKitEndpoint _endpoint;
    private readonly EngineSurroundings _surroundings;
    private readonly Action<string> _onLine;
    private readonly IProcessRunner _runner;

    /// <summary>Prepares; runs nothing.</summary>
    /// <param name="endpoint">The engine that the containers run on.</param>
    /// <param name="surroundings">The machine, for advice that fits it.</param>
    /// <param name="onLine">Told each line that Compose prints, from any thread.</param>
    public ComposeUp(BuildKitEndpoint endpoint, EngineSurroundings surroundings, Action<string> onLine)
        : this(endpoint, surroundings, onLine, new ProcessRunner())
    {
    }

    internal ComposeUp(BuildKitEndpoint endpoint, EngineSurroundings surroundings, Action<string> onLine, IProcessRunner runner) =>
        (_endpoint, _surroundings, _onLine, _runner) = (endpoint, surroundings, onLine, runner);

    /// <summary>Recreates a service. Its image must be there: nothing is built.</summary>
    /// <exception cref="UserErrorException">There is no Compose here, or it fails.</exception>
    public async Task RunAsync(ComposeUpRequest request, CancellationToken cancellationToken)
    {
        if (_endpoint.Kind == EndpointKind.BuildKit)
            throw new UserErrorException($"{_endpoint} is a buildkitd, which runs no containers", "Choose a Docker Engine with --engine.");
        var compose = await FindAsync(cancellationToken);
        var up = Request([.. compose, .. Arguments(request)]) with { WorkingDirectory = request.ProjectDirectory, OnLine = _onLine };
        var outcome = await _runner.RunAsync(up, cancellationToken);
        if (outcome.ExitCode != 0)
            throw new UserErrorException(
                $"`{up}` failed with exit code {outcome.ExitCode}:\n" + string.Join('\n', outcome.LastLines(5).Select(l => "  " + l)));
    }

    private async Task<string[]> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var spelling in _spellings)
        {
            if (await AnswersAsync(spelling, cancellationToken))
                return spelling;
        }

        throw new UserErrorException("Up needs Docker Compose: neither `docker compose` nor `docker-compose` runs here", ComposeAdvice.Install(_surroundings));
    }

    private async Task<bool> AnswersAsync(string[] spelling, CancellationToken cancellationToken)
    {
        try
        {
            return (await _runner.RunAsync(Request([.. spelling, "version"]), cancellationToken)).ExitCode == 0;
        }
        catch (UserErrorException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Arguments(ComposeUpRequest request) =>
    [
        "--project-directory", request.ProjectDirectory,
        .. request.ProjectName is { } name ? ["-p", name] : Array.Empty<string>(),
        .. request.EnvFiles.SelectMany(f => new[] { "--env-file", f }),
        .. request.Files.SelectMany(f => new[] { "-f", f }),
        "up", "-d", "--no-build", request.Service,
    ];

    private ProcessRequest Request(string[] command) => new(command[0], command[1..]) { Environment = DockerVariables.For(_endpoint) };
}
