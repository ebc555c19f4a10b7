namespace Attune.Dockerfiles.Stages;

/// <summary>Where a stage comes from.</summary>
public enum StageOrigin
{
    /// <summary>From the Dockerfile.</summary>
    Dockerfile,

    /// <summary>An additional context of the stage's name takes its place: its instructions don't run.</summary>
    NamedContext,
}
