using System.Collections.Immutable;
using System.Globalization;
using Attune.Builds.Recording;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;
using Attune.Dockerfiles.Stages;
using Attune.Projects;

namespace Attune.Schedules.Contention;

/// <summary>Walks through the stages of a build and lists its steps, each with those it needs and with its identity.</summary>
internal sealed class StepWalk(ServicePlan service, ResolvedBuild resolved)
{
    private readonly StepIdentity _identity = new(service, resolved);
    private readonly ImmutableArray<PlannedStep>.Builder _steps = ImmutableArray.CreateBuilder<PlannedStep>();
    private readonly Dictionary<int, Position> _ends = [];
    private readonly Dictionary<string, int> _sameDigests = [];

    private readonly ILookup<(int Stage, int Run), CacheMount> _mounts = resolved.CacheMounts.ToLookup(m => (m.Stage.Index, m.Run.Span.Start));

    public ImmutableArray<PlannedStep> Walk()
    {
        foreach (var stage in resolved.Stages)
            _ends[stage.Declaration.Index] = stage.Origin == StageOrigin.Dockerfile ? Walk(stage) : new(StepIdentity.Hash(_identity.Outside(stage.Declaration.Name!)), []);
        return _steps.ToImmutable();
    }

    private Position Walk(ResolvedStage stage)
    {
        var numbers = StepNumbers.Of(stage).Select((instruction, i) => (instruction, i)).ToDictionary(n => n.instruction, n => n.i + 1);
        var position = stage.BaseStage is { } parent && _ends.TryGetValue(parent.Index, out var end)
            ? end
            : new Position(StepIdentity.Hash(_identity.Seed), []).With(_identity.Outside(stage.BaseName));
        if (numbers.TryGetValue(stage.Declaration.From, out var first))
            position = Add(stage, stage.Declaration.From, first, position);
        foreach (var instruction in stage.Declaration.Instructions)
        {
            position = Enter(position, instruction);
            if (numbers.TryGetValue(instruction, out var number))
                position = Add(stage, instruction, number, position);
        }

        return position;
    }

    private Position Enter(Position position, Instruction instruction) => instruction switch
    {
        ArgInstruction arg => position.With("ARG " + string.Join('\n', arg.Declared.Select(a => a.Name + _identity.ValueOf(a)))),
        CopyInstruction { From.Value: { Length: > 0 } from } => Join(position, from),
        CopyInstruction => position.With(_identity.Context),
        RunInstruction run => run.Mounts.Aggregate(position, Enter),
        KeyValueInstruction { Keyword: "ENV" } or SimpleInstruction { Keyword: "USER" } or CommandInstruction { Keyword: "SHELL" } =>
            position.With(TextOf(instruction)),
        _ => position,
    };

    private Position Enter(Position position, MountFlag mount) => mount.Find("from") is { Value: { Length: > 0 } from }
        ? Join(position, from)
        : mount.Find("type") is null or { Value: "bind" } ? position.With(_identity.Context) : position;

    private Position Join(Position position, string name)
    {
        var index = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : resolved.Stages.FirstOrDefault(s => string.Equals(s.Declaration.Name, name, StringComparison.OrdinalIgnoreCase))?.Declaration.Index ?? -1;
        return _ends.TryGetValue(index, out var end) ? position.With(end.Identity) with { Needs = [.. position.Needs, .. end.Needs] } : position.With(_identity.Outside(name));
    }

    private Position Add(ResolvedStage stage, Instruction instruction, int number, Position position)
    {
        var text = TextOf(instruction);
        var digest = StepIdentity.Hash(text);
        var name = stage.Declaration.DisplayName;
        if (_sameDigests.TryGetValue(name + digest, out var times))
            digest += string.Create(CultureInfo.InvariantCulture, $"-{times + 1}");
        _sameDigests[name + StepIdentity.Hash(text)] = times + 1;
        var identity = position.With(text).Identity;
        _steps.Add(new()
        {
            Key = new(service.Name, name, digest),
            Identity = identity,
            Stage = name,
            Number = number,
            Keyword = instruction.Keyword,
            Text = Shown(instruction),
            Needs = [.. position.Needs.Distinct()],
            // BuildKit takes a RUN's mounts in the order of their targets.
            Claims = [.. _mounts[(stage.Declaration.Index, instruction.Span.Start)].OrderBy(m => m.MountPath, StringComparer.Ordinal)
                .Select(m => new CacheClaim(CacheIdentity.Of(m), m.Sharing) { Target = m.MountPath }).DistinctBy(c => c.Cache)],
        });
        return new(identity, [_steps.Count - 1]);
    }

    private string TextOf(Instruction instruction) => resolved.Document.Source.Text.Substring(instruction.Span.Start, instruction.Span.Length);

    private static string Shown(Instruction instruction) =>
        string.Join(' ', $"{instruction.Keyword} {instruction.Arguments.Text}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How far a stage has come.</summary>
    private sealed record Position(string Identity, ImmutableArray<int> Needs)
    {
        public Position With(string text) => this with { Identity = StepIdentity.Hash(Identity, text) };
    }
}
