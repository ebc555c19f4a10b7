namespace Attune.Builds.Running;

/// <summary>A service to build, and which others' images it starts from.</summary>
/// <param name="Service">Its name.</param>
/// <param name="After">Services that must be built before it (<c>additional_contexts: service:x</c>; not <c>depends_on</c>, which orders containers).</param>
internal sealed record BuildJob(string Service, IReadOnlyList<string> After);
