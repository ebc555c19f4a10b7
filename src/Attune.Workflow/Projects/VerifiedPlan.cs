namespace Attune.Workflow.Projects;

/// <summary>What <c>VerifyLockedMounts</c> is about.</summary>
internal enum VerifiedPlan
{
    /// <summary>The compose project as it is written, or the Dockerfiles that the user named.</summary>
    Written,

    /// <summary>What the targets of this run build.</summary>
    Build,
}
