using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Scratch;
using Attune.Compose;

namespace Attune.Workflow.Benchmarking;

/// <summary>
/// The changes that a project names for benchmarks: <c>x-attune: { benchmark: { service-change: { file: …, text: … }, shared-change: … } }</c>.
/// </summary>
internal static class ProjectChanges
{
    public static SourceChange? Of(ComposeProject project, Scenario scenario)
    {
        var benchmark = (project.Extensions["x-attune"] as ComposeMapping)?["benchmark"] as ComposeMapping;
        var change = benchmark?[scenario == Scenario.ServiceChange ? "service-change" : "shared-change"] as ComposeMapping;
        return change?["file"] is ComposeScalar file && change["text"] is ComposeScalar text ? new(file.Text, text.Text) : null;
    }
}
