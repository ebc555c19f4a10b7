namespace Attune.Workflow.Settings;

/// <summary>Which Dockerfiles are looked at instead of a compose project.</summary>
public enum DockerfileScope
{
    /// <summary>Those that are named, if any are.</summary>
    Named,

    /// <summary>Every one of the project's directory.</summary>
    All,
}
