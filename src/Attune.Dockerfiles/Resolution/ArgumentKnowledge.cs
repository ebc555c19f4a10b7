namespace Attune.Dockerfiles.Resolution;

/// <summary>How much of a build's arguments is known.</summary>
public enum ArgumentKnowledge
{
    /// <summary>All: what isn't given is unset, and a base image without a name is a fault.</summary>
    Complete,

    /// <summary>Some: a Dockerfile is looked at without a build. What it starts from may be unknown.</summary>
    Partial,
}
