using Attune.Dockerfiles.Context;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Scopes;
using Attune.Dockerfiles.Stages;

namespace Attune.Dockerfiles.Resolution;

/// <summary>Finds out what a Dockerfile means for one build.</summary>
internal static class BuildResolver
{
    public static ResolvedBuild Resolve(DockerfileDocument document, BuildInputs inputs)
    {
        var expander = new WordExpander(document.Source, document.Escape);
        var globals = GlobalScope.Create(document, inputs, expander);
        var graph = StageGraph.Build(document, inputs, globals);
        var target = graph.FindTarget(inputs.Target);
        if (inputs.MountExpansion == MountExpansion.Literal)
            CheckEveryMount(document);
        var reachable = graph.FindReachable(target);
        var findings = new Findings();
        var walker = new StageWalker(document, inputs, globals, findings);
        foreach (var stage in reachable)
            walker.Walk(stage);
        return new()
        {
            Document = document,
            Target = target.Declaration,
            Stages = [.. reachable.Select(ToResolved)],
            CacheMounts = [.. findings.CacheMounts],
            DeferredCacheMounts = [.. findings.DeferredCacheMounts],
            ContextCopies = [.. findings.ContextCopies],
            ContextPaths = ContextPaths.From(findings.RequestedPaths, findings.ContextCopies.Count > 0),
            References = [.. findings.References],
        };
    }

    private static ResolvedStage ToResolved(StageNode node) =>
        new(node.Declaration, node.BaseName.Text, node.Base?.Declaration, node.Origin, node.FinalScope!.Variables);

    private static void CheckEveryMount(DockerfileDocument document)
    {
        foreach (var mount in document.Instructions.OfType<RunInstruction>().SelectMany(r => r.Mounts))
            MountParser.Parse(mount, MountLiteral, document.Context);
    }

    internal static ScopedText MountLiteral(Word word) => new(word.Text, [], Certainty.Certain);
}
