using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Stages;

/// <summary>Finds stages that copy or mount from each other in a circle.</summary>
internal static class StageCycles
{
    /// <exception cref="Attune.Source.LocatedException">There is a circle; the message shows it.</exception>
    public static void Refuse(IEnumerable<StageNode> stages, ParseContext context)
    {
        var done = new HashSet<StageNode>();
        foreach (var stage in stages)
            Walk(stage, done, context);
    }

    // Not recursive: a file may hold as many stages as lines.
    private static void Walk(StageNode start, HashSet<StageNode> done, ParseContext context)
    {
        if (!done.Add(start))
            return;
        var path = new List<StageNode> { start };
        var onPath = new HashSet<StageNode> { start };
        var open = new Stack<IEnumerator<StageLink>>([LinksOf(start)]);
        while (open.TryPeek(out var links))
        {
            if (!links.MoveNext())
            {
                open.Pop().Dispose();
                onPath.Remove(path[^1]);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var next = links.Current.Stage!;
            if (onPath.Contains(next))
            {
                var circle = path.SkipWhile(n => n != next).Append(next).Select(n => n.Declaration.DisplayName);
                throw context.Fault(links.Current.Span, $"Stages need each other: {string.Join(" -> ", circle)}");
            }

            if (!done.Add(next))
                continue;
            path.Add(next);
            onPath.Add(next);
            open.Push(LinksOf(next));
        }
    }

    private static IEnumerator<StageLink> LinksOf(StageNode stage) =>
        stage.Commands.SelectMany(c => c.Links).OfType<StageLink>().Where(l => l.Stage is not null).GetEnumerator();
}
