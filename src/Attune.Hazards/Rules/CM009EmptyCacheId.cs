using System.Collections.Immutable;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Scopes;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Rules;

/// <summary>A variable in an id or target stands for nothing: it isn't declared in the stage, or the engine's frontend doesn't expand it.</summary>
internal sealed class CM009EmptyCacheId() : MountRule(Severity.Warning)
{
    private static readonly ImmutableHashSet<string> _platform =
        ["TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT"];

    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        var uses = place.Uses.Select(u => u.Use).Distinct().ToList();
        if (place.Service.Inputs.MountExpansion == MountExpansion.Literal)
        {
            return place.Mount.Id.Contains('$', StringComparison.Ordinal)
                ? At(place, LiteralMessage(place), uses) with { Advice = "Start the Dockerfile with '# syntax=docker/dockerfile:1', or write the id out." }
                : null;
        }

        if (Decisive(place.Mount).FirstOrDefault(name => IsLost(name, place)) is not { } lost)
            return null;
        var isPossible = place.Mount.Certainty == Certainty.Certain || IsDeclared(lost, place.Document);
        return At(place, EmptyMessage(place.Mount, lost), uses) with
        {
            Confidence = isPossible ? Confidence.High : Confidence.Medium,
            Advice = $"Declare it in this stage: ARG {lost} before this RUN.",
        };
    }

    private static IEnumerable<string> Decisive(CacheMount mount)
    {
        var text = string.Concat(new[] { mount.Flag.Find("id"), mount.Flag.Find("target", "dst", "destination") }.Select(o => o?.Value));
        return mount.UnsetVariables.Where(name =>
            text.Contains($"${name}", StringComparison.Ordinal) || text.Contains($"${{{name}}}", StringComparison.Ordinal));
    }

    // A variable that only the base image could know is its business, unless its name says it is an ARG. What an ARG of the stage
    // stands for is unknown where nobody gives arguments: a Dockerfile without a compose file.
    private static bool IsLost(string name, MountPlace place) => !(place.Service.Args is [] && IsDeclaredBefore(name, place)) && IsKnown(name, place);

    private static bool IsDeclaredBefore(string name, MountPlace place) => StageFacts.Of(place.First.Step.Build)
        .First(s => s.Stage.Declaration.Index == place.First.Step.StageIndex).Instructions
        .TakeWhile(i => i.Span != place.Mount.Run.Span).OfType<ArgInstruction>().SelectMany(a => a.Declared).Any(a => a.Name.Text == name);

    private static bool IsKnown(string name, MountPlace place) =>
        place.Mount.Certainty == Certainty.Certain || IsDeclared(name, place.Document) || place.Service.Args.Any(a => a.Name == name);

    private static bool IsDeclared(string name, DockerfileDocument document) =>
        _platform.Contains(name) || document.Instructions.OfType<ArgInstruction>().SelectMany(a => a.Declared).Any(a => a.Name.Text == name);

    private static string EmptyMessage(CacheMount mount, string variable) =>
        $"{variable} stands for nothing in this stage, so this is the cache {mount.Id} for everybody";

    private static string LiteralMessage(MountPlace place) =>
        (place.Document.Frontend is { } frontend ? $"{frontend.Image} doesn't" : "this engine's own frontend doesn't") +
        $" expand variables in mounts: the cache's id is the text {place.Mount.Id} for everybody";
}
