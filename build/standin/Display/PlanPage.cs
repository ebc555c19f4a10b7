using System.Net;
using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.Display;

/// <summary>What <c>--plan</c> writes: the targets and their edges as a mermaid graph, and what would run in which order.</summary>
internal static class PlanPage
{
    public static int Write(NukeBuild build)
    {
        var file = NukeBuild.TemporaryDirectory / "execution-plan.html";
        file.WriteAllText(Html(build));
        Host.Information($"The execution plan is in {file}");
        return 0;
    }

    /// <summary>One line per edge over all targets; a target that nothing depends on stands alone.</summary>
    public static string Graph(IReadOnlyList<ExecutableTarget> targets)
    {
        var text = new StringBuilder();
        foreach (var target in targets)
        {
            var dependents = targets.Where(other => other.AllDependencies.Contains(target)).ToList();
            if (dependents.Count == 0)
                text.AppendLine(target.Name);
            foreach (var dependent in dependents)
                text.Append(target.Name).Append(' ').Append(Arrow(target, dependent)).Append(' ').AppendLine(dependent.Name);
            if (!target.Listed)
                text.Append("class ").Append(target.Name).AppendLine(" unlisted");
        }

        return text.ToString();
    }

    private static string Arrow(ExecutableTarget target, ExecutableTarget dependent) =>
        dependent.ExecutionDependencies.Contains(target) ? "-->" : dependent.OrderDependencies.Contains(target) ? "-.->" : "==>";

    private static string Html(NukeBuild build)
    {
        var steps = build.ExecutionPlan.Select(target =>
            $"<li><b>{target.Name}</b>{(target.Description is { } text ? " – " + WebUtility.HtmlEncode(text) : "")}</li>");
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Execution plan</title></head>
            <body>
            <h1>Execution plan</h1>
            <ol>
            {string.Join('\n', steps)}
            </ol>
            <h2>All targets</h2>
            <p><code>--&gt;</code> is needed by, <code>-.-&gt;</code> runs before, <code>==&gt;</code> triggers. The text is a mermaid graph.</p>
            <pre class="mermaid">
            graph LR
            {WebUtility.HtmlEncode(Graph(build.ExecutableTargets))}</pre>
            </body>
            </html>
            """;
    }
}
