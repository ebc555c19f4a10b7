using Attune.Projects;
using Attune.Workflow.Failures;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Checks;

/// <summary>Tells about Dockerfiles that a plan leaves out: the others are looked at all the same, but a check of some files is no success.</summary>
internal sealed class UnreadDockerfiles(WorkflowHost host)
{
    /// <summary>Says which they are, and why.</summary>
    public void Warn(BuildPlan plan)
    {
        foreach (var fault in plan.Faults)
            host.Console.Warn(fault.Describe());
    }

    /// <exception cref="WorkflowFailedException">There is one.</exception>
    public static void ThrowIfAny(BuildPlan plan)
    {
        var count = plan.Faults.DistinctBy(f => f.Path).Count();
        if (count > 0)
            throw new WorkflowFailedException(count == 1 ? "1 Dockerfile can't be read" : $"{count} Dockerfiles can't be read", ExitCodes.WorkFailed);
    }
}
