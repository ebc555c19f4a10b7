using System.Collections.Immutable;
using Attune.Benchmarks.Comparing;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Workflow.Benchmarking;

/// <summary>Which contenders can take part here.</summary>
internal sealed class Peers(IProcessRunner programs, CommandLines commands, string directory)
{
    private readonly Dictionary<BuildProgram, string?> _versions = new() { [BuildProgram.Own] = null };

    /// <summary>The peers that are there.</summary>
    public IEnumerable<KeyValuePair<string, string>> Versions =>
        from version in _versions
        where version.Value is not null
        select KeyValuePair.Create(version.Key == BuildProgram.Compose ? "docker compose" : "docker buildx", version.Value);

    /// <param name="names">Which the user wants; empty takes all that can take part.</param>
    /// <param name="compilesOnce">Whether the project has a Dockerfile for it.</param>
    /// <param name="cancellationToken">Ends the programs that are asked for their version.</param>
    public async Task<ImmutableArray<Contender>> ChooseAsync(IReadOnlyList<string> names, bool compilesOnce, CancellationToken cancellationToken)
    {
        if (names.FirstOrDefault(n => Contender.All.All(c => c.Name != n)) is { } unknown)
            throw new UserErrorException($"There is no contender '{unknown}'", $"--compare knows: {string.Join(", ", Contender.All.Select(c => c.Name))}", FaultKind.Usage);
        var chosen = new List<Contender>();
        foreach (var contender in Contender.All.Where(c => names.Count == 0 || names.Contains(c.Name)))
            if ((compilesOnce || contender.Name != "compile-once") && await IsThereAsync(contender.Program, cancellationToken))
                chosen.Add(contender);
            else if (names.Count > 0)
                throw new UserErrorException($"'{contender.Name}' can't take part here: what it needs isn't there", "Leave it out of --compare.", FaultKind.Usage);
        return [.. chosen];
    }

    private async Task<bool> IsThereAsync(BuildProgram program, CancellationToken cancellationToken)
    {
        if (commands.Version(program, directory) is not { } call)
            return true;
        try
        {
            if (!_versions.ContainsKey(program) && await programs.RunAsync(call, cancellationToken) is { ExitCode: 0 } result)
                _versions[program] = result.Output.Trim();
        }
        catch (UserErrorException)
        {
            // There is no docker CLI.
        }

        return _versions.ContainsKey(program);
    }
}
