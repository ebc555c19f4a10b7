using System.Globalization;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;
using Attune.Dockerfiles.Stages;

namespace Attune.Hazards.Facts;

/// <summary>
/// Walks through a build's stages and finds the RUNs with cache mounts, each with what precedes it and with a key that is equal for
/// steps that BuildKit merges. It merges by cache key, across builds: https://github.com/moby/buildkit, <c>solver/scheduler.go</c>.
/// </summary>
internal sealed class BuildWalk(PlatformBuild build, StepKeys keys, Func<string, IEnumerable<string>> sourcesOf)
{
    private readonly BuildIdentity _identity = new(build);
    private readonly Dictionary<int, StepPosition> _ends = [];
    private readonly Dictionary<int, ResolvedStage> _stages = build.Resolved.Stages.ToDictionary(s => s.Declaration.Index);

    private readonly ILookup<RunOfStage, CacheMount> _mounts =
        build.Resolved.CacheMounts.ToLookup(m => new RunOfStage(m.Stage.Index, m.Run.Span.Start));

    public IEnumerable<StepOccurrence> Steps()
    {
        foreach (var stage in build.Resolved.Stages)
        {
            var position = Start(stage);
            foreach (var instruction in stage.Origin == StageOrigin.Dockerfile ? Commands(stage) : [])
            {
                position = Advance(position, instruction);
                if (instruction is RunInstruction run && _mounts[new(stage.Declaration.Index, run.Span.Start)].ToList() is { Count: > 0 } mounts)
                    yield return new() { Build = build, Stage = stage, Run = run, Mounts = [.. mounts], Position = position };
            }

            _ends[stage.Declaration.Index] = position;
        }
    }

    private static IEnumerable<Instruction> Commands(ResolvedStage stage)
    {
        var triggers = stage.BaseStage?.Instructions.OfType<OnbuildInstruction>().Select(o => o.Trigger).OfType<Instruction>() ?? [];
        return triggers.Concat(stage.Declaration.Instructions);
    }

    private StepPosition Start(ResolvedStage stage)
    {
        var origin = stage.Origin == StageOrigin.NamedContext ? stage.Declaration.Name! : stage.BaseName;
        if (stage.Origin == StageOrigin.Dockerfile && stage.BaseStage is { } parent && _ends.TryGetValue(parent.Index, out var end))
            return end.After(parent.Index, end);
        var platform = build.Resolved.References
            .FirstOrDefault(r => r.Use == ReferenceUse.Base && r.Stage.Index == stage.Declaration.Index)?.Platform ?? build.Platform;
        return Outside(StepPosition.Start(keys, $"{_identity.Seed}\n{platform}"), origin);
    }

    private StepPosition Advance(StepPosition position, Instruction instruction) => instruction switch
    {
        ArgInstruction arg => position.Then("ARG " + string.Join('\n', arg.Declared.Select(a => a.Name + _identity.ValueOf(a)))),
        CopyInstruction copy => (copy.From?.Value is { Length: > 0 } from ? Inside(position, from) : position.Then(_identity.Context)).Then(Text(copy)),
        RunInstruction run => run.Mounts.Aggregate(position, Mount).Then(Text(run)),
        KeyValueInstruction { Keyword: "ENV" } or SimpleInstruction { Keyword: "WORKDIR" or "USER" } or CommandInstruction { Keyword: "SHELL" } =>
            position.Then(Text(instruction)),
        _ => position,
    };

    private StepPosition Mount(StepPosition position, MountFlag mount)
    {
        if (mount.Find("from") is { Value: { Length: > 0 } from })
            return Inside(position, from);
        return mount.Find("type") is null or { Value: "bind" } ? position.Then(_identity.Context) : position;
    }

    private StepPosition Inside(StepPosition position, string name)
    {
        var index = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : _stages.Values.FirstOrDefault(s => string.Equals(s.Declaration.Name, name, StringComparison.OrdinalIgnoreCase))?.Declaration.Index ?? -1;
        return _ends.TryGetValue(index, out var end) ? position.After(index, end).Then(end.Key) : Outside(position, name);
    }

    private StepPosition Outside(StepPosition position, string name)
    {
        if (_identity.FindContext(name) is not { } context)
            return position.Then("image " + name);
        var after = position.Then($"context {context.Context.Kind} {context.Context.Value}");
        return context.Service is { } service ? after with { Services = after.Services.Union(sourcesOf(service)).Add(service) } : after;
    }

    private string Text(Instruction instruction)
    {
        var (start, length) = instruction.Span;
        return build.Resolved.Document.Source.Text.Substring(start, length);
    }

    // A RUN after ONBUILD runs in several stages.
    private sealed record RunOfStage(int Stage, int Start);
}
