using Attune.Dockerfiles.Mounts;

namespace Attune.Hazards;

/// <summary>What earlier builds of a project took; asked from several threads.</summary>
public interface IBuildRecord
{
    /// <summary>How long a service waited for a cache in the last build; null when nothing is known of a wait.</summary>
    TimeSpan? WaitOf(string service, CacheMount cache);

    /// <summary>How long a service's steps with a cache work as a rule; null when they never ran.</summary>
    TimeSpan? WorkOf(string service, CacheMount cache);
}
