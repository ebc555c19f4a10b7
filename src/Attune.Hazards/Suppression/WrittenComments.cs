using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Hazards.Facts;
using Attune.Source;

namespace Attune.Hazards.Suppression;

/// <summary>The comments of a project that are meant to silence rules.</summary>
internal static class WrittenComments
{
    /// <summary>Those of its Dockerfiles and compose files, as far as something is built from what they are about.</summary>
    public static IEnumerable<SuppressionComment> In(ProjectFacts facts)
    {
        var dockerfiles = facts.Builds.GroupBy(b => b.Resolved.Document.Source, (_, builds) => InDockerfile([.. builds])).SelectMany(c => c);
        return facts.Plan.Project.InactiveServices.IsEmpty ? dockerfiles.Concat(InComposeFiles(facts)) : dockerfiles;
    }

    // Where some services are inactive, a comment may be about them.
    private static IEnumerable<SuppressionComment> InComposeFiles(ProjectFacts facts) => facts.Builds
        .Select(b => b.Service.Section.Source).OfType<SourceText>().Distinct()
        .SelectMany(s => SuppressionComment.In(s, CommentPlacement.AnyPlace));

    private static IEnumerable<SuppressionComment> InDockerfile(List<PlatformBuild> builds)
    {
        var document = builds[0].Resolved.Document;
        if (!document.Source.Text.Contains("attune", StringComparison.OrdinalIgnoreCase))
            return [];
        var built = builds.SelectMany(b => b.Resolved.Stages).SelectMany(s => s.Declaration.Instructions).Select(i => i.Span).ToHashSet();
        return SuppressionComment.In(document.Source, CommentPlacement.OwnLine).Where(c => Following(document, c) is not { } next || built.Contains(next.Span));
    }

    private static Instruction? Following(DockerfileDocument document, SuppressionComment comment) =>
        document.Instructions.FirstOrDefault(i => document.LocationOf(i.Span).End.Line >= comment.Location.Start.Line);
}
