namespace Nuke.Common.CI;

/// <summary>A server known by name only: what matters is that the build isn't local.</summary>
internal sealed class OtherBuildServer(string name) : Host(name), IBuildServer
{
    public string? Branch => null;

    public string? Commit => null;
}
