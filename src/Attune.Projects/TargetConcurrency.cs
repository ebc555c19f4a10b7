namespace Attune.Projects;

/// <summary>Whether targets of one Dockerfile are known to be built at the same time.</summary>
public enum TargetConcurrency
{
    /// <summary>They are: a compose file or the user names them as builds.</summary>
    Named,

    /// <summary>Nobody says so: they may as well be alternatives, such as one for development and one for production.</summary>
    Unknown,
}
