using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Parsing;
using Attune.Dockerfiles.Resolution;
using Attune.Source;

namespace Attune.Dockerfiles.Stages;

/// <summary>The stages of a Dockerfile and what they need of each other, for one set of inputs.</summary>
internal sealed class StageGraph
{
    private readonly List<StageNode> _stages = [];
    private readonly Dictionary<string, StageNode> _byName = [];
    private readonly LinkFinder _links;
    private readonly ParseContext _context;

    private StageGraph(ParseContext context)
    {
        _context = context;
        _links = new(_stages, _byName, context);
    }

    public IReadOnlyList<StageNode> Stages => _stages;

    /// <exception cref="LocatedException">A base is empty or no image, a reference is faulty, or stages need each other.</exception>
    public static StageGraph Build(DockerfileDocument document, BuildInputs inputs, IReadOnlyDictionary<string, string> globals)
    {
        var graph = new StageGraph(document.Context);
        var expander = new WordExpander(document.Source, document.Escape);
        foreach (var stage in document.Stages)
            graph.Add(stage, inputs, word => expander.Expand(word, globals.GetValueOrDefault));
        foreach (var node in graph._stages)
            node.Commands = [.. node.Declaration.Instructions.Select(i => graph._links.Link(i, Execution.Direct))];
        StageCycles.Refuse(graph._stages, document.Context);
        return graph;
    }

    /// <exception cref="UserErrorException">There is no such stage.</exception>
    public StageNode FindTarget(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return _stages[^1];
        return _byName.TryGetValue(name.ToLowerInvariant(), out var stage)
            ? stage
            : throw new UserErrorException(
                $"{_context.Source.Path} has no stage '{name}'",
                Suggestion.For(name, _byName.Keys)
                    ?? (_byName.Count == 0 ? "None of its stages has a name." : $"Its stages: {string.Join(", ", _byName.Keys)}."),
                FaultKind.Usage);
    }

    /// <summary>The stages that the target needs, itself included, in the order of the file; ONBUILD triggers are in place after this.</summary>
    /// <exception cref="LocatedException">An ONBUILD trigger that runs is faulty.</exception>
    public IReadOnlyList<StageNode> FindReachable(StageNode target)
    {
        var found = new HashSet<StageNode> { target };
        var open = new Stack<StageNode>(found);
        while (open.TryPop(out var node))
        {
            if (node.Origin == StageOrigin.NamedContext)
                continue;
            if (node.Base is { } parent)
                node.Commands = [.. Triggers(parent), .. node.Commands];
            foreach (var needed in node.Commands.SelectMany(c => c.Links).Select(l => l?.Stage).Append(node.Base))
                if (needed is not null && found.Add(needed))
                    open.Push(needed);
        }

        return [.. found.OrderBy(n => n.Declaration.Index)];
    }

    private void Add(StageDeclaration stage, BuildInputs inputs, Func<Word, ExpandedWord> expand)
    {
        var baseName = BaseOf(stage, inputs, expand);
        var span = stage.From.Base.Span;
        if (baseName.Text.Length == 0)
            throw _context.Fault(span, $"The base '{stage.From.Base}' expands to nothing", "Give the ARG before the first FROM a default.");
        // Unlike every other reference to a stage, this one is compared as it is written, with the lower-case name.
        var parent = _byName.GetValueOrDefault(baseName.Text);
        if (parent is null && baseName.Text != ImageName.Scratch && !ImageName.IsValid(baseName.Text) && !IsOpen(baseName, inputs))
        {
            throw _context.Fault(
                span,
                $"'{baseName.Text}' is neither an earlier stage nor the name of an image",
                _byName.ContainsKey(baseName.Text.ToLowerInvariant())
                    ? "FROM needs the name of a stage in lower case."
                    : Suggestion.For(baseName.Text, _byName.Keys));
        }

        var replaced = stage.Name is { } name && inputs.NamedContexts.Any(c => ImageName.Familiar(c) == name);
        var node = new StageNode(stage, baseName)
        {
            Base = replaced ? null : parent,
            Platform = ReadPlatform(stage.From, inputs, expand),
            Origin = replaced ? StageOrigin.NamedContext : StageOrigin.Dockerfile,
        };
        _stages.Add(node);
        if (stage.Name is not null)
            _byName[stage.Name] = node;
    }

    private static bool IsOpen(ExpandedWord word, BuildInputs inputs) => inputs.ArgumentKnowledge == ArgumentKnowledge.Partial && word.Unset is not [];

    // A name that only an argument completes stays as it is written.
    private static ExpandedWord BaseOf(StageDeclaration stage, BuildInputs inputs, Func<Word, ExpandedWord> expand)
    {
        var expanded = expand(stage.From.Base);
        return IsOpen(expanded, inputs) ? expanded with { Text = stage.From.Base.Text } : expanded;
    }

    private Platform? ReadPlatform(FromInstruction from, BuildInputs inputs, Func<Word, ExpandedWord> expand)
    {
        if (from.FindFlag("platform") is not { Value: { Length: > 0 } written } flag)
            return null;
        var word = expand(new(written, flag.ValueSpan));
        if (IsOpen(word, inputs))
            return null;
        var expanded = word.Text;
        return Platform.TryParse(expanded)
            ?? throw _context.Fault(flag.ValueSpan, $"'{expanded}' is no platform", "A platform looks like linux/amd64 or linux/arm/v7.");
    }

    // Those of a stage that an additional context replaces run as well (seen on an engine).
    private IEnumerable<StageCommand> Triggers(StageNode parent)
    {
        foreach (var onbuild in parent.Declaration.Instructions.OfType<OnbuildInstruction>())
            yield return _links.Link(onbuild.Trigger ?? throw onbuild.TriggerFault!, Execution.Triggered);
    }
}
