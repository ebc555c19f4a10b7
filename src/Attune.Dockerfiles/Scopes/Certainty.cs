namespace Attune.Dockerfiles.Scopes;

/// <summary>Whether something is known from the Dockerfile alone.</summary>
public enum Certainty
{
    /// <summary>It is.</summary>
    Certain,

    /// <summary>It holds a variable or directory that the base image may set, and the image's settings weren't given.</summary>
    DependsOnBaseImage,
}
