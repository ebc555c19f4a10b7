using System.Globalization;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Parsing;
using Attune.Source;

namespace Attune.Dockerfiles.Stages;

/// <summary>Finds what the <c>from</c> of COPY and of mounts refers to.</summary>
internal sealed class LinkFinder(IReadOnlyList<StageNode> stages, IReadOnlyDictionary<string, StageNode> byName, ParseContext context)
{
    public StageCommand Link(Instruction instruction, Execution execution) => new(instruction, execution, instruction switch
    {
        CopyInstruction { From: { Value: { Length: > 0 } name } flag } => [LinkCopy(name, flag.ValueSpan)],
        RunInstruction run => [.. run.Mounts.Select(LinkMount)],
        _ => [],
    });

    private StageLink LinkCopy(string name, Span span)
    {
        RefuseVariables(name, span);
        if (!int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            return LinkName(name, span);
        return index >= 0 && index < stages.Count
            ? new(name, span, stages[index])
            : throw context.Fault(span, $"There is no stage {index}", $"The last one is {stages.Count - 1}.");
    }

    private StageLink? LinkMount(MountFlag mount) =>
        mount.Find("from") is { Value: { Length: > 0 } name } option ? LinkName(name, option.ValueSpan) : null;

    private StageLink LinkName(string name, Span span)
    {
        if (byName.TryGetValue(name.ToLowerInvariant(), out var stage))
            return new(name, span, stage);
        return name == ImageName.Scratch || ImageName.IsValid(name)
            ? new(name, span, null)
            : throw context.Fault(span, $"'{name}' is neither a stage nor the name of an image", Suggestion.For(name, byName.Keys));
    }

    private void RefuseVariables(string name, Span span)
    {
        string expanded;
        try
        {
            expanded = new ShellLexer(context.Escape, static _ => null).Expand(name).Text;
        }
        catch (ExpansionException e)
        {
            throw context.Fault(span, e.Message);
        }

        if (expanded != name)
            throw context.Fault(span, "--from takes no variables", "Name a stage with FROM $X AS name and copy from that.");
    }
}
